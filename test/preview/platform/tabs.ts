export const popupTab = async (): Promise<number | null> => 1;
export const getTab = async (id: number) => ({ id, url: "https://shop.example/board" });
