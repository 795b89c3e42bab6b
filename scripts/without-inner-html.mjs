/**
 * Takes preact's one assignment to innerHTML out of the build. Faultline shows text that pages control, so
 * the sink is not merely unused but absent; a preact that has changed there stops the build.
 */
export const withoutInnerHtml = {
  name: "without-inner-html",
  /** @type {(this: { error(message: string): never }, code: string, id: string) => { code: string, map: null } | null} */
  transform(code, id) {
    if (!/preact\/dist\/preact\.mjs/.test(id)) return null;
    const parts = code.split(/[\w$]+\.innerHTML=[\w$]+\.__html/);
    if (parts.length !== 2) this.error("preact assigns innerHTML in another way than known: look at it anew");
    return { code: parts.join("void 0"), map: null };
  },
};
