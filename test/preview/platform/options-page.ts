export const openOptions = async (): Promise<void> => undefined;
