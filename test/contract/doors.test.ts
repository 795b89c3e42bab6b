import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { DOORS } from "../fuzz/doors/index.ts";
import { contentOf, filesIn } from "./source-files.ts";

/** Where texts of answers are read: a text that comes here is a stranger's. */
const READ_TEXTS = [
  "src/core/http/",
  "src/core/prose/",
  "src/core/gateways/",
  "src/core/status-pages/",
  "src/core/places/",
];
/** Types that only what came from outside has. */
const FROM_OUTSIDE = ["HeaderList", "Answer", "Response", "Prose", "Sample", "PageContent", "Material"];

/** What looks like a door and is none, and why. */
const NO_DOORS: Readonly<Record<string, string>> = {
  "src/core/prose/sentence/found.ts: allOf":
    "looks for a pattern of ours in sentences, for the notices, which are doors",
  "src/core/prose/sentence/found.ts: between": "the same",
  "src/core/http/one-shot/words.ts: words": "takes a list of our own words",
  "src/core/gateways/gateway.ts: field": "looks up a field by its name, for the families",
  "src/core/gateways/gateway.ts: fieldMatches": "the same",
  "src/core/gateways/markers.ts: family": "takes an id of ours",
  "src/core/status-pages/report.ts: reportOf": "the end of `reportFrom`",
  "src/core/status-pages/product.ts: found": "looks for a product's own pattern, for `endpointsOf`",
  "src/core/places/opinions-view.ts: noOpinions": "takes an id of ours",
  "src/core/places/request.ts: targetOf": "takes the incident's address, which is parsed",
  "src/core/places/request.ts: placesRequest": "asks `mayBeNamed` first",
  "src/core/places/request.ts: addressRequest": "the same",
  "src/core/places/saved-copy.ts: availabilityRequest": "takes the incident's address, which is parsed",
  "src/core/places/saved-copy.ts: copyLink": "the same",
  "src/core/places/zones.ts: homeOf": "takes the browser's own time zone",
  "src/probes/anonymous-get.ts: responseOf":
    "takes the network's own object: test/unit/probes/anonymous-get.test.ts bounds it",
  "src/probes/bounded-body.ts: readPieces": "the same: test/unit/probes/bounded-body.test.ts",
  "src/probes/bounded-body.ts: readStart": "the same",
  "src/platform/views.ts: publish": "writes what the worker has made",
  "src/background/card/on-card.ts: onCard":
    "a message: test/unit/background/hostile-messages.test.ts sends all of them",
};

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** Whether a type is, or is a union or a list of, what only comes from outside. */
function isFromOutside(type: unknown, path: string): boolean {
  if (!isNode(type)) return false;
  if (type.type === "TSUnknownKeyword") return true;
  if (type.type === "TSStringKeyword") return READ_TEXTS.some((room) => path.startsWith(room));
  const isPart = ["TSUnionType", "TSArrayType", "TSTypeOperator", "TSParenthesizedType"].includes(type.type);
  if (isPart) return childrenOf(type).some((inner) => isFromOutside(inner, path));
  const name = isNode(type.typeName) ? type.typeName.name : null;
  return type.type === "TSTypeReference" && typeof name === "string" && FROM_OUTSIDE.includes(name);
}

interface Exported {
  readonly path: string;
  readonly name: string;
  readonly parameters: readonly Node[];
  readonly type: unknown;
}

/** What a file exports by name, with its parameters where it is a function. */
function exportsOf(path: string): readonly Exported[] {
  const { program } = parseSync(path, contentOf(path));
  return (program.body as unknown as readonly Node[]).flatMap((statement): Exported[] => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
    if (!isNode(declaration)) return [];
    const declared = declaration.type === "VariableDeclaration" ? childrenOf(declaration) : [declaration];
    return declared.flatMap((one): Exported[] => {
      const made = isNode(one.init) ? one.init : one;
      const name = isNode(one.id) ? one.id.name : null;
      const annotation = isNode(one.id) && isNode(one.id.typeAnnotation) ? one.id.typeAnnotation.typeAnnotation : null;
      const parameters = Array.isArray(made.params) ? made.params.filter(isNode) : [];
      return typeof name === "string" ? [{ path, name, parameters, type: annotation }] : [];
    });
  });
}

/** The type that a parameter is declared with, also where it has a default. */
const typeOf = (parameter: Node): unknown => {
  const bare = parameter.type === "AssignmentPattern" && isNode(parameter.left) ? parameter.left : parameter;
  return isNode(bare.typeAnnotation) ? bare.typeAnnotation.typeAnnotation : null;
};

const isStoredValue = (type: unknown): boolean =>
  isNode(type) && type.type === "TSTypeReference" && isNode(type.typeName) && type.typeName.name === "StoredValue";

const isDoor = ({ path, parameters, type }: Exported): boolean =>
  isStoredValue(type) || parameters.some((parameter) => isFromOutside(typeOf(parameter), path));

const found = filesIn("src")
  .filter((path) => path.endsWith(".ts"))
  .flatMap(exportsOf)
  .filter(isDoor)
  .map(({ path, name }) => `${path}: ${name}`);
/** A row may say of which product it is. */
const rows = new Set(DOORS.map(({ at }) => at.replace(/ \(.*$/, "")));

describe("what reads data from outside", () => {
  it("is fuzzed: all that takes what nobody has looked at yet, an answer or a part of one, and every stored value", () => {
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter((at) => !rows.has(at) && !(at in NO_DOORS))).toEqual([]);
  });

  it("is what the rows say, each of which names an export", () => {
    const exported = new Set(
      filesIn("src")
        .filter((path) => path.endsWith(".ts"))
        .flatMap(exportsOf)
        .map(({ path, name }) => `${path}: ${name}`),
    );
    expect([...rows, ...Object.keys(NO_DOORS)].filter((at) => !exported.has(at))).toEqual([]);
  });

  it("is left out by a reason only where it would be a door", () => {
    expect(Object.keys(NO_DOORS).filter((at) => rows.has(at) || !found.includes(at))).toEqual([]);
  });
});
