export const isOnToolbar = async (): Promise<boolean | null> => false;
