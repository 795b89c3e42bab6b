/** What the checks make of answers and pages, up to the verdict and the report. */
import fc from "fast-check";
import { firstVerdict } from "../../../src/core/diagnosis/first-verdict.ts";
import { sampleOf } from "../../../src/core/gateways/sample-of.ts";
import type { Message } from "../../../src/core/message.ts";
import { reportOf } from "../../../src/core/report/report.ts";
import { textOf } from "../../../src/core/report/text.ts";
import { comesInPlace, comparedPage, letsSiteThrough } from "../../../src/core/writer/compared-page.ts";
import { namedCause } from "../../../src/core/writer/named-cause.ts";
import { pageWordOf } from "../../../src/core/writer/page-words.ts";
import { portalsPart } from "../../../src/core/writer/portals-part.ts";
import { sharedWith } from "../../../src/core/writer/same-writer.ts";
import { incident } from "../../unit/background/given.ts";
import { navigation, ok, page, response, signals } from "../../unit/core/checks/given.ts";
import { PAGES } from "../corpus.ts";
import { type Door, door } from "../door.ts";
import { texts } from "../mutations.ts";
import { responses } from "./http.ts";

const WRITER = "src/core/writer";
const NOW = Date.UTC(2026, 8, 23, 12);
const SMALL = { most: 60 };

const pairs = fc.tuple(responses, responses);
/** The failing page is honest, or one of the two. */
const signalsOf = (html: string) =>
  signals({ page: page({ html }), anonymous: ok(response(502, {}, html)), navigation: navigation() });
/** A sentence as its key and what stands in it, as it would be copied. */
const bare = ({ key, args = [] }: Message): string =>
  [key, ...args.map((arg) => (typeof arg === "string" ? arg : bare(arg)))].join(" ");

export const JUDGED_DOORS: readonly Door[] = [
  door(`${WRITER}/compared-page.ts: comparedPage`, responses, comparedPage, { most: 500_000 }),
  door(`${WRITER}/compared-page.ts: comesInPlace`, pairs, ([answer, there]) => comesInPlace(answer, there), SMALL),
  door(
    `${WRITER}/compared-page.ts: letsSiteThrough`,
    pairs,
    ([answer, there]) => letsSiteThrough({ anonymous: ok(answer), root: ok(answer) }, there),
    SMALL,
  ),
  door(`${WRITER}/named-cause.ts: namedCause`, responses, (answer) => namedCause(answer, answer.url), SMALL),
  door(
    `${WRITER}/page-words.ts: pageWordOf`,
    responses,
    (answer) => pageWordOf(null, [sampleOf(answer, answer.url)], answer.status),
    SMALL,
  ),
  door(
    `${WRITER}/portals-part.ts: portalsPart`,
    pairs,
    ([answer, there]) => portalsPart(signalsOf(answer.body), there),
    SMALL,
  ),
  door(`${WRITER}/same-writer.ts: sharedWith`, pairs, ([answer, there]) => sharedWith(signalsOf(answer.body), there), {
    most: 120,
  }),
  // All that is known of the failing page goes through every check, and the verdict into what is copied for a support desk.
  door(
    "src/core/diagnosis/first-verdict.ts: firstVerdict",
    fc.tuple(texts(PAGES, 16_384), responses),
    ([html, answer]) => {
      const failing = incident({ navigation: navigation(), since: NOW });
      const view = firstVerdict(failing, { page: page({ html }), anonymous: ok(answer), root: ok(answer) }, NOW);
      return textOf(reportOf(view, { state: "none" }, bare), bare);
    },
    { most: 60_000, shown: (text) => text.split("\n") },
  ),
];
