export const openPage = async (): Promise<null> => null;
