export const popupTab = async (): Promise<number | null> => 1;
