import type { Question, Reply } from "../../core/diagnosis/question.ts";
import type { Answer } from "../../core/http/answer.ts";
import { notSent, type Settled } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";

/** The page of the rehearsal, on a host that nobody has (RFC 2606). */
export const PAGE = "https://shop.example/basket";
const STATUS = 502;
/** How long the recorded outage lasts; long enough that a try fails and one finds the site back. */
export const OUTAGE_MS = 17_000;
/** How long the tab takes to show the page that is back. */
export const LOAD_MS = 900;

/** The error page as nginx 1.24 writes it. */
const ERROR_PAGE = `<html>\r
<head><title>502 Bad Gateway</title></head>\r
<body>\r
<center><h1>502 Bad Gateway</h1></center>\r
<hr><center>nginx/1.24.0</center>\r
</body>\r
</html>\r
`;

/** The failing page as the sentinel tells of it. */
export const incidentAt = (now: number): Incident => ({
  id: "rehearsal",
  tabId: 0,
  url: PAGE,
  status: STATUS,
  since: now,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: {
    status: STATUS,
    type: "navigate",
    startedAt: now - 120,
    source: "network",
    protocol: "h2",
    waited: 61,
    serverTiming: [],
  },
});

/** What the site answers a stranger: nginx's error while the outage lasts, then the page. */
export const answerOf = (url: string, isBack: boolean): Answer => ({
  kind: "response",
  url,
  status: isBack ? 200 : STATUS,
  headers: [
    ["server", "nginx/1.24.0"],
    ["content-type", "text/html"],
  ],
  body: isBack ? "<!doctype html><title>Basket</title>" : ERROR_PAGE,
  truncated: false,
});

/** How long each question takes to be answered, in milliseconds: the front page and the status page are slower. */
const TOOK: Record<Question["of"], number> = {
  page: 60,
  stranger: 700,
  "front-page": 650,
  repetition: 640,
  "page-worker": 100,
  "way-out": 300,
  "status-pages": 1_400,
  plan: 10,
};

/** What a question of the check was answered, and how long that took. `at` is when it was asked, in epoch milliseconds. */
export function replyTo(
  question: Question,
  at: number,
  isBack: boolean,
): { readonly took: number; readonly reply: Reply } {
  const took = TOOK[question.of];
  const settled = <T>(value: T): Settled<T> => ({ state: "ok", value, at: at + took, took });
  switch (question.of) {
    case "page":
      return { took, reply: { to: "page", settled: settled({ html: ERROR_PAGE, cookieBytes: 180, links: [] }) } };
    case "stranger":
    case "front-page":
    case "repetition":
    case "page-worker":
      return { took, reply: { to: question.of, settled: settled(answerOf(question.url, isBack)) } };
    case "way-out":
      return {
        took,
        reply: { to: "way-out", settled: settled({ connectivity: "online", impostorAnswer: null }) },
      };
    case "status-pages":
      return {
        took,
        reply: { to: "status-pages", answers: { site: settled(null), gateway: notSent("not-needed"), url: null } },
      };
    case "plan":
      return { took, reply: { to: "plan", reload: null } };
  }
}
