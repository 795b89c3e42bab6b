/** The data within `tldts`, whose types lie in another of its folders. */
declare module "tldts/dist/es6/src/data/trie.js" {
  export * from "tldts/dist/types/src/data/trie";
}
/** What we use of a package that brings no types of its own. */
declare module "@gorhill/publicsuffixlist" {
  interface PublicSuffixList {
    /** Takes the list as text, one rule a line; `toAscii` encodes rules with other letters. */
    parse(text: string, toAscii: (rule: string) => string): void;
    /** What `parse` made of the list, as data that JSON can carry. */
    toSelfie(): unknown;
    /** Takes such data back; false where it is something else. Throws for what is no object. */
    fromSelfie(selfie: unknown): boolean;
    /** "" where there is none. Takes a host name in lower case and ASCII; an address is read like a name. */
    getDomain(hostname: string): string;
  }
  const list: PublicSuffixList;
  export default list;
}
