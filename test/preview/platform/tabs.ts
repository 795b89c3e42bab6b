import { current } from "../current.ts";

export const popupTab = async (): Promise<number | null> => 1;
export const tabUrl = async (_tabId: number): Promise<string | null> => current.url;
