export const hasSidePanel = (): boolean => true;
export const openSidePanel = async (): Promise<void> => undefined;
