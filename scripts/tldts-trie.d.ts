/** The data within `tldts`, whose types lie in another of its folders. */
declare module "tldts/dist/es6/src/data/trie.js" {
  export * from "tldts/dist/types/src/data/trie";
}
