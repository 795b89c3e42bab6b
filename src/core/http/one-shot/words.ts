import { lazily } from "../../lazily.ts";

/** The words of a text as a set, which is made when a word is first looked up. */
export const words = (text: string): (() => ReadonlySet<string>) => lazily(() => new Set(text.trim().split(/\s+/)));
