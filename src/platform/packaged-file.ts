import { browser } from "./browser.ts";

/** JSON that ships with the extension, by its path in the package. Asks nobody. Rejects when it is missing or no JSON. */
export async function packagedJson(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(path));
  return response.json();
}
