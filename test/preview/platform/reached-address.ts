export const reachedAddress = async (): Promise<string | null> => null;
