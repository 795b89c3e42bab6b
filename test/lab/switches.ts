import type { IncomingMessage, ServerResponse } from "node:http";
import { FAULTS, type Fault, type FaultId } from "./faults.ts";
import { SWITCHES_STYLE } from "./switches-style.ts";

/** What the page of switches can see and do. */
export interface Switchboard {
  current(): Fault;
  set(id: FaultId): Promise<Fault>;
}

const SIDES = { server: "the site's side", you: "your side", unsure: "unsure", none: "nothing is wrong" } as const;

const button = (fault: Fault, current: Fault): string =>
  `<li><button name="fault" value="${fault.id}"${fault.id === current.id ? ' aria-pressed="true"' : ' aria-pressed="false"'}>
  <strong>${fault.title}</strong><span>${fault.why}</span></button></li>`;

const isFault = ({ truth }: Fault): boolean => truth.side !== "none";

/** Stands beside what is broken, so that nobody looks for it among the faults. */
const repair = (): string =>
  `<form method="post" action="/">${FAULTS.filter((fault) => !isFault(fault))
    .map(({ id, title }) => `<button class="repair" name="fault" value="${id}">${title}</button>`)
    .join("")}</form>
`;

/** Opens the page that shows the fault, by way of the one that prepares the browser where there is one. */
function linkOf(fault: Fault): string {
  if (fault.prepareUrl === null) return fault.url;
  return `${fault.prepareUrl}?then=${encodeURIComponent(new URL(fault.url).pathname)}`;
}

function truthOf({ truth }: Fault): string {
  if (truth.side === "none") return "There is nothing for Faultline to find.";
  const beyond = truth.needsAnotherBrowser
    ? " From one browser this looks like a bad cookie, so the honest answer is unsure, with the step that settles it."
    : "";
  return `The truth: ${SIDES[truth.side]} (<code>${truth.cause}</code>).${beyond}`;
}

function render(current: Fault): string {
  const broken = isFault(current);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>Fault lab</title>
<style>${SWITCHES_STYLE}</style></head><body><main>
<h1>Fault lab</h1>
<p>A real shop behind a real gateway, on this computer only. Break it, open it, and
click Faultline's icon to learn whose fault it is. Press "Turn it on" on Faultline's welcome page first, and a page that
you open after that comes back by itself once you make the shop work again.</p>
<section class="now" data-broken="${broken}" aria-labelledby="now" role="status">
<h2 id="now">${broken ? `Broken now: ${current.title}` : "Nothing is broken"}</h2>
<p>${current.why}</p><p class="truth">${truthOf(current)}</p>
<a class="open" href="${linkOf(current)}" target="_blank" rel="noopener">Open ${current.url}</a>
${broken ? repair() : ""}</section>
<form method="post" action="/"><h2>Break it</h2>
<ul>${FAULTS.filter(isFault)
    .map((fault) => button(fault, current))
    .join("\n")}</ul></form>
</main></body></html>`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 1000) break;
  }
  return new URLSearchParams(text);
}

async function serve(board: Switchboard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "POST") {
    const wanted = (await readForm(request)).get("fault");
    const fault = FAULTS.find(({ id }) => id === wanted);
    if (fault !== undefined) await board.set(fault.id);
    response.writeHead(303, { location: "/" }).end();
    return;
  }
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(render(board.current()));
}

/** The page at http://lab.example/: one button for each fault, what is broken now, and a link to see it. */
export function serveSwitches(board: Switchboard): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    serve(board, request, response).catch(() => response.destroy());
  };
}
