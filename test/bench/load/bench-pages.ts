/** What kinds of page are loaded. */
export type PageKind = "plain" | "heavy";

interface File {
  readonly type: string;
  readonly body: string;
}

/** How much there is of each in the heavy page. */
const SCRIPTS = 12;
const IMAGES = 30;
const FRAMES = 2;
const ROWS = 400;
/** How long one of its scripts keeps the page busy. */
const BUSY_MS = 60;

/**
 * Runs in the page: once it has loaded and painted it tells its times, and goes where it is sent. Its text is what is sent,
 * so it names no function: the compiler would call a helper for that, which the page does not have.
 */
async function measure(): Promise<void> {
  let longTasks = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks += duration;
  }).observe({ type: "longtask", buffered: true });
  const painted = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName("first-contentful-paint")[0];
      if (paint) resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  while (entry && entry.loadEventEnd === 0) await new Promise((resolve) => setTimeout(resolve));
  const firstPaint = await painted;
  await new Promise((resolve) => setTimeout(resolve));
  const body = JSON.stringify({ load: (entry?.loadEventEnd ?? 0) - (entry?.startTime ?? 0), firstPaint, longTasks });
  const next = await fetch(`/next${location.search}`, { method: "POST", body });
  location.replace(await next.text());
}

const document = (contents: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of the bench</title>
<link rel="icon" href="data:,"><h1>A page of the bench</h1>
<p>This page is like the one that browsers' makers show as an example: a few words, and nothing else to load.</p>
${contents}
<script>(${measure})()</script></html>`;

const each = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join("\n");

const HEAVY = `<link rel="stylesheet" href="/style.css?keep">
${each(FRAMES, () => `<iframe src="/frame"></iframe>`)}
${each(IMAGES, (index) => `<img src="/image.svg?keep&${index}" width="40" height="40" alt="">`)}
<table>${each(ROWS, (index) => `<tr><td>${index}</td><td>A row of a long table</td><td><a href="#${index}">a link</a></td></tr>`)}</table>
${each(SCRIPTS, (index) => `<script src="/script.js?keep&${index}"></script>`)}
<script>for (const end = performance.now() + ${BUSY_MS}; performance.now() < end; );</script>`;

const SCRIPT = each(200, (index) => `function part${index}(value) { return value * ${index} + part${index}.length; }`);

/** What a page loads besides itself; undefined for what is a page. */
export function fileOf(pathname: string): File | undefined {
  if (pathname === "/style.css") {
    return { type: "text/css", body: each(60, (index) => `td:nth-child(${index}) { padding: ${index % 9}px }`) };
  }
  if (pathname === "/image.svg") {
    return {
      type: "image/svg+xml",
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>`,
    };
  }
  if (pathname === "/script.js") return { type: "text/javascript", body: `(() => {${SCRIPT}})();` };
  if (pathname === "/frame") return { type: "text/html", body: "<!doctype html><p>A frame" };
  return undefined;
}

/** The page itself; what it loads besides is kept in the cache only where it is to be warm. */
export function pageOf(kind: PageKind, isWarm: boolean): File {
  const body = document(kind === "heavy" ? HEAVY : "");
  return { type: "text/html; charset=utf-8", body: isWarm ? body : body.replaceAll("?keep", "?once") };
}
