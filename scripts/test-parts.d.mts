export type Part = "lint" | "unit" | "chromium" | "firefox";

export const PARTS: readonly Part[];

export function chosenParts(
  args: readonly string[],
): { readonly parts: readonly Part[] } | { readonly refusal: string };
