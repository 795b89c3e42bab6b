/**
 * What `npm run new` writes, as data. Whatever is still to be done carries the mark FILL IN, which
 * test/contract/filled-in.test.ts looks for.
 * @typedef {{ path: string, before?: string, after?: string, text: string }} Insertion a text, and what it is put before or after
 * @typedef {{ files: Readonly<Record<string, string>>, insertions: readonly Insertion[], texts: Readonly<Record<string, string>> }} Skeleton
 */

const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const underscored = (id) => id.replaceAll("-", "_");
/** The product's name as far as its id tells it. */
const titled = (id) => id.replace(/(^|-)(\w)/g, (_, dash, letter) => `${dash && " "}${letter.toUpperCase()}`);

/** @param {string} id @returns {Skeleton} */
function gateway(id) {
  const [name, product] = [camel(id), titled(id)];
  const folder = "src/core/gateways";
  return {
    files: {
      [`${folder}/${id}.ts`]: `import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

// FILL IN: the product's name as its makers write it, whose box it can be, and one marker for each page of its: patterns that
// only this product leaves, linear ones, and the word that such a page stands for.
export const ${name} = family("${id}", () => [
  {
    name: "${product}",
    side: "site",
    markers: [{ headers: { server: /^FILL IN$/ }, word: "no-valid-answer" }],
  },
]);

export const ${name}Notes: FamilyNotes = {
  id: "${id}",
  entries: [{ words: ["no-valid-answer"], say: ["owner_${underscored(id)}_upstream"] }],
};
`,
    },
    insertions: [
      {
        path: `${folder}/index.ts`,
        before: "import type { GatewayFamily",
        text: `import { ${name} } from "./${id}.ts";`,
      },
      { path: `${folder}/index.ts`, before: "  apache,", text: `  ${name},` },
      {
        path: `${folder}/notes.ts`,
        before: "import type { FamilyNotes",
        text: `import { ${name}Notes } from "./${id}.ts";`,
      },
      { path: `${folder}/notes.ts`, before: "  squidNotes,", text: `  ${name}Notes,` },
      {
        path: "test/unit/core/gateways/site-side-samples.ts",
        before: "];",
        text: `  ["${id}", "no-valid-answer", "FILL IN: a real error page and its markers in ${folder}/${id}.ts", sample(502, "FILL IN")],`,
      },
    ],
    texts: { [`owner_${underscored(id)}_upstream`]: "FILL IN: what to look at in this product, and what to compare." },
  };
}

/** @param {string} id @returns {Skeleton} */
function statusPage(id) {
  const name = camel(id);
  const folder = "src/core/status-pages";
  const samples = "test/unit/core/status-pages/samples";
  return {
    files: {
      [`${folder}/${id}.ts`]: `import * as v from "valibot";
import { jsonOf, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

// FILL IN: the answer's shape, as far as it is read.
const answerSchema = () => v.object({ status: word });

/** FILL IN: every word of the product's, and what it stands for; a word that is not here reads as unknown. */
const WORDS: Words = {};

export const ${name}: StatusProduct = {
  id: "${id}",
  // FILL IN: where it always stands, or what marks its documents (\`marks\`).
  at: ["status.${id}.example"],
  // FILL IN: at most two addresses, on the page's own host or in \`apiHosts\`.
  endpoints: () => ["/status.json"],
  parse({ answers }) {
    const said = jsonOf(answerSchema, answers[0]);
    return said && { indicator: stateOf(WORDS, said.status) };
  },
};
`,
      [`${samples}/${id}.ts`]: `import { ${name} } from "../../../../../src/core/status-pages/${id}.ts";
import { by, type Sample, USUAL } from "./sample.ts";

/** FILL IN: what the page answers on a good day, degraded, out and in maintenance; red until WORDS knows its words. */
export const ${name}Sample: Sample = {
  product: ${name},
  page: "https://status.${id}.example/",
  asks: ["https://status.${id}.example/status.json"],
  answers: (situation) => [{ status: by(situation, "up", "slow", "down", "maintenance") }],
  overall: USUAL,
  bad: ["down"],
  well: [{ status: "up" }],
  timeless: true,
};
`,
    },
    insertions: [
      {
        path: `${folder}/index.ts`,
        before: "import type { StatusReport",
        text: `import { ${name} } from "./${id}.ts";`,
      },
      { path: `${folder}/index.ts`, before: "  feed,", text: `  ${name},` },
      {
        path: `${samples}/index.ts`,
        before: "import type { Sample",
        text: `import { ${name}Sample } from "./${id}.ts";`,
      },
      { path: `${samples}/index.ts`, before: "...BOARDS", text: `${name}Sample, ` },
    ],
    texts: {},
  };
}

/** @param {string} id @returns {Skeleton} */
function check(id) {
  const [name, key] = [camel(id), underscored(id)];
  const folder = "src/core/checks";
  return {
    files: {
      [`${folder}/${id}.ts`]: `import { message } from "../message.ts";
import type { Check } from "./check.ts";

export const ${name}: Check<"incident"> = {
  id: "${id}",
  // FILL IN: the signals that it needs, and all evidence that it may give.
  requires: ["incident"],
  gives: [],
  judge() {
    // FILL IN: the finding, from the signals alone.
    return { outcome: "inconclusive", says: message("check_${key}_unknown"), evidence: [] };
  },
};
`,
      [`test/unit/core/checks/${id}.test.ts`]: `import { describe, expect, it } from "vitest";
import { ${name} } from "../../../../src/core/checks/${id}.ts";
import { signals } from "./given.ts";

describe("FILL IN: what ${id} asks about", () => {
  it("FILL IN: a fact about it", () => {
    expect(${name}.judge(signals({})), "FILL IN: judge in ${folder}/${id}.ts, and its facts here").toMatchObject({
      outcome: "pass",
    });
  });
});
`,
    },
    insertions: [
      { path: `${folder}/check.ts`, before: "] as const;", text: `  "${id}",` },
      { path: `${folder}/index.ts`, before: "import type { CheckId", text: `import { ${name} } from "./${id}.ts";` },
      { path: `${folder}/index.ts`, before: "];", text: `  ${name},` },
      // The preview shows every check with its question, and with a finding.
      {
        path: "test/preview/fixtures.ts",
        after: "const QUESTIONS: Record<CheckId, Message> = {\n",
        text: `  "${id}": message("check_${key}_question"),`,
      },
      {
        path: "test/preview/fixtures.ts",
        after: "const SAYS: Record<CheckId, Message> = {\n",
        text: `  "${id}": message("check_${key}_unknown"),`,
      },
    ],
    texts: {
      [`check_${key}_question`]: "FILL IN: the question as the user sees it.",
      [`check_${key}_unknown`]: "FILL IN: what is said when it cannot be told.",
    },
  };
}

/** @param {string} id @param {string} table a file of src/core/evidence, by its name without extension @returns {Skeleton} */
function weight(id, table) {
  const path = `src/core/evidence/${table}.ts`;
  return {
    files: {
      [`test/unit/core/evidence/${id}.test.ts`]: `import { expect, it } from "vitest";
import { weigh } from "../../../../src/core/evidence/weigh.ts";

it("FILL IN: what ${id} settles, and what it leaves open", () => {
  const { side, cause } = weigh(["online", "${id}"], []);
  expect(\`\${side} \${cause}\`, "FILL IN: its numbers in ${path}, and here the verdict they lead to").toBe("FILL IN");
});
`,
    },
    insertions: [
      {
        path,
        before: "} as const satisfies Record<string, Weight>;",
        text: `  /** FILL IN: the error rate that the number stands for. Then a check that names it in \`gives\`. */
  "${id}": {
    // FILL IN: the mechanism that it shares with others, and decibans for each cause that it speaks for or against.
    group: "scope",
    weights: { transient: 1 },
  },`,
      },
    ],
    texts: {},
  };
}

export const SKELETONS = { gateway, "status-page": statusPage, check, weight };
