export const hasSidePanel = true;
export const openSidePanel = async (): Promise<void> => undefined;
