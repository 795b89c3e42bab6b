import { current } from "../current.ts";

export const ownTab = async (): Promise<number | null> => (current.front ? null : 1);
