import { type Behaviour, HEALTHY } from "../../lab/upstream.ts";

const PAGE = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Your orders</title>';

/** A shop whose every page works; `cookie` is set by each. */
export const healthy = (cookie?: string): Behaviour => ({
  ...HEALTHY,
  react: () => ({
    status: 200,
    headers: {
      "content-type": "text/html",
      "cache-control": "no-store",
      ...(cookie === undefined ? {} : { "set-cookie": cookie }),
    },
    body: PAGE,
  }),
});

/** A shop whose every page answers 502, in these words and with these fields. */
export const failing = (
  body = "<!doctype html><title>Bad gateway</title>",
  headers: Readonly<Record<string, string>> = {},
): Behaviour => ({
  ...HEALTHY,
  react: () => ({ status: 502, headers: { "content-type": "text/html", ...headers }, body }),
});
