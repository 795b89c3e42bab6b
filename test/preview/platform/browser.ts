import { current } from "../current.ts";

export const isFirefox = current.firefox === true;
