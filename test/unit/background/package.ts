import { packagedSuffixes } from "../../../scripts/public-suffixes.ts";

const FILES: Readonly<Record<string, string>> = {
  "public-suffixes.json": packagedSuffixes(),
  "status-pages.json": JSON.stringify({ "catalogued.example": "https://up.catalogued.example/" }),
};

/** A network on which the extension finds the files of its own package; a host that is not told of does not exist. */
export const packageAnd =
  (answers: (url: string) => string | undefined) =>
  async (url: string): Promise<Response> => {
    const file = /^chrome-extension:\/\/faultline\/(.+)$/.exec(url)?.[1];
    const body = file === undefined ? answers(url) : FILES[file];
    if (body === undefined) throw new TypeError("Failed to fetch");
    return new Response(body);
  };
