import { field, type GatewayFamily, type GatewayWord } from "./gateway.ts";

/**
 * The tail of every page that nginx writes itself, with or without its version. Other members of the
 * family and Cloudflare put their own name there, so the word decides.
 */
const TAIL = /<center>nginx(?:\/[\d.]+)?(?: \([^)<]*\))?<\/center>/i;

/** nginx maps every way of getting no usable answer to 502, and limits or `return 503` to 503. */
const WORDS: Partial<Record<number, GatewayWord>> = {
  502: "no-valid-answer",
  503: "unavailable",
  504: "origin-slow",
};

export const nginx: GatewayFamily = {
  id: "nginx",
  product: "nginx",
  recognise(sample) {
    if (TAIL.test(sample.body)) {
      return { family: "nginx", product: "nginx", word: WORDS[sample.status] ?? "passed-on" };
    }
    // Another page under nginx's name came from behind it, or is an error_page of the site's own.
    if (/^nginx\b/i.test(field(sample, "server"))) return { family: "nginx", product: "nginx", word: "passed-on" };
    return null;
  },
};
