/** Words that log-in pages of networks carry for programs (WISPr 1.0, its XML in a comment of the page). */
const FOR_PROGRAMS = /<WISPAccessGatewayParam\b/i;

/** Where a page sends its reader by itself, or with what they type: a refresh, a script, a form. */
const LEADS =
  /(?:\burl ?= ?|\blocation(?:\.href)? ?= ?|\blocation\.(?:replace|assign)\(|\baction ?= ?|<LoginURL>)["']?https?:\/\/([^\s"'<>/?#:@]{1,253})/gi;

/** Whether a page says in the networks' own machine language that it wants a log-in. Any site can write that too. */
export const speaksAsPortal = (body: string): boolean => FOR_PROGRAMS.test(body);

/** The hosts to which a page leads its reader, in lower case, other than the one that was asked for. */
export const leadsTo = ({ body, host }: { readonly body: string; readonly host: string }): readonly string[] => [
  ...new Set([...body.matchAll(LEADS)].map(([, led = ""]) => led.toLowerCase()).filter((led) => led !== host)),
];
