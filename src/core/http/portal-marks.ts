/** Words that log-in pages of networks carry for programs (WISPr 1.0, its XML in a comment of the page). */
const FOR_PROGRAMS = /<WISPAccessGatewayParam\b/i;

/** Where a page sends its reader by itself: a refresh, a script, or the address of a log-in for programs. */
const SENDS =
  /(?:[;,] ?url ?= ?|\blocation(?:\.href)? ?= ?|\blocation\.(?:replace|assign)\(|<LoginURL>)["']?https?:\/\/([^\s"'<>/?#:@]{1,253})/gi;
const FORM = /<form\b[^<>]{1,1000}>/gi;
const POSTS = /\bmethod ?= ?["']?post\b/i;
const ACTION = /\baction ?= ?["']?https?:\/\/([^\s"'<>/?#:@]{1,253})/i;

/** Where it sends what its reader types. A search box, whose form is not posted, asks the same few engines on anybody's page. */
const postsTo = (body: string): readonly (string | undefined)[] =>
  [...body.matchAll(FORM)].flatMap(([form]) => (POSTS.test(form) ? [ACTION.exec(form)?.[1]] : []));

/** Whether a page says in the networks' own machine language that it wants a log-in. Any site can write that too. */
export const speaksAsPortal = (body: string): boolean => FOR_PROGRAMS.test(body);

/** The hosts to which a page leads its reader, in lower case, other than the one that was asked for. */
export function leadsTo({ body, host }: { readonly body: string; readonly host: string }): readonly string[] {
  const led = [...[...body.matchAll(SENDS)].map(([, to]) => to), ...postsTo(body)];
  return [...new Set(led.flatMap((to) => to?.toLowerCase() ?? []))].filter((to) => to !== host);
}
