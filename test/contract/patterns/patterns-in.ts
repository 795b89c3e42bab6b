import { parseAst } from "vite";

/** A pattern as it stands in a module: its source and flags, and the line, counted from 1. */
export interface Literal {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

/** Lines of a module, counted from 1, between which it builds a pattern from parts. */
export interface Site {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly literals: readonly Literal[];
  readonly sites: readonly Site[];
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Methods of strings that make a pattern of any other argument. */
const TAKES_A_PATTERN = ["match", "matchAll", "search"];
/** What makes a pattern of its argument unless that is one. */
const isText = (argument: unknown): boolean =>
  isNode(argument) && (argument.type === "TemplateLiteral" || typeof argument.value === "string");

function builds({ type, callee, arguments: given }: Node): boolean {
  if ((type !== "NewExpression" && type !== "CallExpression") || !isNode(callee)) return false;
  if (callee.type === "Identifier") return callee.name === "RegExp";
  const method = isNode(callee.property) ? text(callee.property.name) : "";
  return method === "RegExp" || (TAKES_A_PATTERN.includes(method) && Array.isArray(given) && isText(given[0]));
}

/** All patterns of a module, from its syntax tree: those written down, and the places where one is built. */
export function patternsIn(code: string, lang: "ts" | "tsx" | "js"): Found {
  const literals: Literal[] = [];
  const sites: Site[] = [];
  const lineOf = (offset: unknown): number => code.slice(0, number(offset)).split("\n").length;
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (isNode(node)) {
      const { regex, start, end } = node;
      if (node.type === "Literal" && isNode(regex)) {
        literals.push({ source: text(regex.pattern), flags: text(regex.flags), line: lineOf(start) });
      } else if (builds(node)) sites.push({ from: lineOf(start), to: lineOf(end) });
      Object.values(node).forEach(walk);
    }
  };
  walk(parseAst(code, { lang }));
  return { literals, sites };
}
