import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { patternsIn } from "./patterns-in.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A pattern of the sources, and where it stands or is built: `src/core/gateways/nginx.ts:12`. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

interface Built {
  readonly pattern: RegExp;
  readonly path: string;
  readonly line: number;
}

/** First place under src in the stack of a call, as the test runner maps it back to the source. */
function placeOf(stack: string): { path: string; line: number } | null {
  const [, path = "", line = ""] = /[(/\\](src\/[\w./-]+\.tsx?):(\d+):\d+/.exec(stack) ?? [];
  return path === "" ? null : { path, line: Number(line) };
}

/** What the global constructor builds under src while an act runs. */
async function builtDuring(act: () => Promise<unknown>): Promise<readonly Built[]> {
  const built: Built[] = [];
  const Original = globalThis.RegExp;
  const note = (pattern: RegExp): RegExp => {
    const place = placeOf(new Error().stack ?? "");
    if (place) built.push({ pattern, ...place });
    return pattern;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [source, flags]: [RegExp | string, string?]) => note(new target(source, flags)),
    apply: (target, _this, [source, flags]: [RegExp | string, string?]) => note(target(source, flags)),
  });
  try {
    await act();
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/**
 * All patterns under src. Those that are built from parts are taken while their modules are loaded, for which no
 * module of the sources may have been loaded before, and while each family of gateways tells its products. `unseen` are
 * places that build one at another time, where nobody can tell what it will be.
 */
export async function sourcePatterns(): Promise<{ patterns: readonly SourcePattern[]; unseen: readonly string[] }> {
  const modules = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `src/${path}`)
    .sort()
    .map((path) => ({
      path,
      ...patternsIn(readFileSync(join(ROOT, path), "utf8"), path.endsWith("x") ? "tsx" : "ts"),
    }));
  const built = await builtDuring(async () => {
    for (const { path, sites } of modules) if (sites.length > 0) await import(join(ROOT, path));
    const { GATEWAYS } = await import("../../../src/core/gateways/index.ts");
    // A family makes what it knows of its products when it is first asked.
    GATEWAYS.flatMap(({ products }) => products);
    // So do those who read what a page says.
    const { announcesMaintenance } = await import("../../../src/core/prose/maintenance/notice.ts");
    const { isAtAnotherTime } = await import("../../../src/core/prose/maintenance/time.ts");
    // Its parts are asked in turn, each only where the one before it finds something, or nothing.
    const work = { from: 6, to: 17 };
    for (const text of [
      "after maintenance",
      "suite maintenance",
      "under maintenance is done",
      "after maintenance on monday",
    ])
      isAtAnotherTime(work, text, null);
    const { reportsLoad } = await import("../../../src/core/prose/trouble/load-notice.ts");
    const { refusesVisitor } = await import("../../../src/core/prose/refusal/notice.ts");
    const { saysSwitchedOff } = await import("../../../src/core/prose/switched-off/notice.ts");
    const { saysSiteBlocked } = await import("../../../src/core/prose/switched-off/site-blocked.ts");
    const { saysWayPaused } = await import("../../../src/core/prose/way-paused.ts");
    const prose = { headings: [], sentences: ["nothing of the kind"] };
    for (const reads of [
      announcesMaintenance,
      reportsLoad,
      refusesVisitor,
      saysSiteBlocked,
      saysSwitchedOff,
      saysWayPaused,
    ])
      reads(prose);
    // Whose block it is, is asked only of a page that tells of one.
    saysSiteBlocked({ headings: [], sentences: ["site blocked", "by its hoster"] });
    const { originRefusedIn } = await import("../../../src/core/prose/refusal/origins.ts");
    originRefusedIn("of no country");
    const { isSupposed } = await import("../../../src/core/prose/refusal/supposed.ts");
    isSupposed("nothing of the kind", { from: 0, to: 0 });
    const { isAbsent, isDenied, isNeedless } = await import("../../../src/core/prose/sentence/denied.ts");
    isAbsent("nothing of the kind", { from: 0, to: 0 });
    isDenied("nothing of the kind", { from: 0, to: 0 });
    isNeedless("nothing of the kind");
    const { tooMuchByReader } = await import("../../../src/core/prose/refusal/readers-doing.ts");
    tooMuchByReader("too few");
    const { speaksOfOwnTrouble } = await import("../../../src/core/prose/trouble/behind-site.ts");
    speaksOfOwnTrouble("nothing of the kind");
    const { filteredIn } = await import("../../../src/core/prose/refusal/site-filtered.ts");
    filteredIn("nothing that is blocked");
    const { speaksOfSolving } = await import("../../../src/core/gateways/box-words.ts");
    speaksOfSolving("nothing of the kind");
    const { isWaitingRoomPage } = await import("../../../src/core/prose/waiting-room.ts");
    isWaitingRoomPage("<p>nothing of the kind</p>");
    // And those who read times and feeds.
    const { dateOf } = await import("../../../src/core/http/date.ts");
    dateOf("no time", 0);
    const { belowLabel } = await import("../../../src/core/http/labelled-wait.ts");
    belowLabel("in 5", 0);
    const { readFeed } = await import("../../../src/core/status-pages/feed.ts");
    const item =
      "<item><title>x</title><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><description>x</description></item>";
    readFeed({
      page: new URL("https://status.example/feed"),
      html: "",
      answers: [`<rss><channel>${item}</channel></rss>`],
    });
  });
  const unseen = modules.flatMap(({ path, sites }) =>
    sites
      .filter(({ from, to }) => !built.some((one) => one.path === path && one.line >= from && one.line <= to))
      .map(({ from }) => `${path}:${from}`),
  );
  const all = [
    ...modules.flatMap(({ path, literals }) => literals.map((literal) => ({ ...literal, path }))),
    ...built.map(({ pattern: { source, flags }, ...place }) => ({ source, flags, ...place })),
  ];
  const patterns = new Map(
    all.map(({ source, flags, path, line }) => [`/${source}/${flags}`, { source, flags, where: `${path}:${line}` }]),
  );
  return { patterns: [...patterns.values()], unseen };
}
