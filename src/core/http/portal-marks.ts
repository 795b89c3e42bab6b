import { isPublicService } from "./public-services.ts";

/** Words that log-in pages of networks carry for programs (WISPr 1.0, its XML in a comment of the page). */
const FOR_PROGRAMS = /<WISPAccessGatewayParam\b/i;

/** Where a page sends its reader by itself: a refresh, a script, or the address of a log-in for programs. */
const SENDS =
  /(?:[;,] ?url ?= ?|\blocation(?:\.href)? ?= ?|\blocation\.(?:replace|assign)\(|<LoginURL>)["']?https?:\/\/([^\s"'<>/?#:@]{1,253})/gi;
const FORM = /<form\b[^<>]{1,1000}>/gi;
const POSTS = /\bmethod ?= ?["']?post\b/i;
const ACTION = /\baction ?= ?["']?https?:\/\/([^\s"'<>/?#:@]{1,253})/i;
const FIELD = /<input\b[^<>]{0,1000}>/gi;
const TYPE = /\btype ?= ?["']?([a-z-]{1,20})/i;
/** Fields that a person types into; one without a type is one. */
const TYPED: readonly string[] = ["email", "number", "password", "tel", "text"];

/** Whether a form asks who its reader is: by a password, or two answers and more. A search box asks one thing. */
function asksWho(form: string): boolean {
  const types = [...form.matchAll(FIELD)].map(([field]) => TYPE.exec(field)?.[1]?.toLowerCase() ?? "text");
  return types.includes("password") || types.filter((type) => TYPED.includes(type)).length > 1;
}

/**
 * Where a page sends what its reader types, of forms that are posted or ask who they are. The forms of search boxes
 * lead to the same few engines on anybody's page.
 */
function formsLeadTo(body: string): readonly (string | undefined)[] {
  return [...body.matchAll(FORM)].flatMap(({ 0: form, index }) => {
    const fields = body.slice(index + form.length).split(/<\/?form\b/i, 1)[0] ?? "";
    return POSTS.test(form) || asksWho(fields) ? [ACTION.exec(form)?.[1]] : [];
  });
}

/** Whether a page says in the networks' own machine language that it wants a log-in. Any site can write that too. */
export const speaksAsPortal = (body: string): boolean => FOR_PROGRAMS.test(body);

/**
 * The hosts to which a page leads its reader, in lower case, other than the one that was asked for, and than those to
 * which anybody's page may lead.
 */
export function leadsTo({ body, host }: { readonly body: string; readonly host: string }): readonly string[] {
  const led = [...[...body.matchAll(SENDS)].map(([, to]) => to), ...formsLeadTo(body)];
  return [...new Set(led.flatMap((to) => to?.toLowerCase() ?? []))].filter((to) => to !== host && !isPublicService(to));
}
