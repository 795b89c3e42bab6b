export const reachedAddress = async () => ({ ip: null, behindProxy: false });
export const ownAddresses = async (): Promise<readonly string[]> => [];
