// The public suffix list as the extension reads it: the rules come from `tldts`, which releases them every few weeks.
import list from "@gorhill/publicsuffixlist";
import {
  edgeChild,
  edgeLength,
  edgeStart,
  exceptionsRoot,
  labelText,
  nodeFlags,
  rulesRoot,
} from "tldts/dist/es6/src/data/trie.js";

/** Where the label of each edge begins in `labelText`. */
const starts: number[] = [];
for (let edge = 0, at = 0; edge < edgeLength.length; edge += 1) {
  starts.push(at);
  at += edgeLength[edge] ?? 0;
}

/** The rules below a node; one that bears a flag ends a rule. */
function* rulesBelow(node: number, suffix: string): Generator<string> {
  for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge += 1) {
    const start = starts[edge] ?? 0;
    const name = labelText.slice(start, start + (edgeLength[edge] ?? 0)) + suffix;
    const child = edgeChild[edge] ?? 0;
    if (nodeFlags[child]) yield name;
    yield* rulesBelow(child, `.${name}`);
  }
}

/** All rules, as the list writes them. Those with other letters than ASCII stand there a second time, encoded. */
export function publicSuffixRules(): string[] {
  const exceptions = [...rulesBelow(exceptionsRoot, "")].map((rule) => `!${rule}`);
  return [...rulesBelow(rulesRoot, ""), ...exceptions].filter((rule) => /^[\x20-\x7e]+$/.test(rule));
}

/** The list as JSON that needs no parsing of rules when it is read. */
export function packagedSuffixes(): string {
  list.parse(publicSuffixRules().join("\n"), (rule) => rule);
  return JSON.stringify(list.toSelfie());
}
