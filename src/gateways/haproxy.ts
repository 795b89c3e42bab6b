import type { GatewayFamily, GatewayWord } from "./gateway.ts";

/**
 * HAProxy sends no name of its own, only these fixed pages (its http_err_msgs). Status and sentence
 * must stand together: sites quote either of them alone.
 */
const PAGES: ReadonlyArray<readonly [RegExp, GatewayWord]> = [
  [/<h1>502 Bad Gateway<\/h1>\s{1,4}The server returned an invalid or incomplete response\./i, "origin-invalid"],
  [/<h1>503 Service Unavailable<\/h1>\s{1,4}No server is available to handle this request\./i, "origin-down"],
  [/<h1>504 Gateway Time-out<\/h1>\s{1,4}The server didn't respond in time\./i, "origin-slow"],
  // The misspelling was mended in later versions.
  [/<h1>500 Internal Server Error<\/h1>\s{1,4}An internal server error occurr?ed\./i, "gateway-fault"],
];

export const haproxy: GatewayFamily = {
  id: "haproxy",
  product: "HAProxy",
  recognise({ body }) {
    const word = PAGES.find(([pattern]) => pattern.test(body))?.[1];
    return word ? { family: "haproxy", product: "HAProxy", word } : null;
  },
};
