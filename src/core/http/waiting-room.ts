import { type Answer, header } from "./answer.ts";
import { proseOf } from "./prose.ts";

interface Room {
  readonly name: string;
  /** A header field that only a queueing answer has. */
  readonly header?: string;
  /** All of these stand in its page. The products' scripts alone do not: sites carry those on every page. */
  readonly body?: readonly RegExp[];
}

/** Virtual waiting rooms, by the marks of the page that queues; remembered from the products' own templates. */
const ROOMS: readonly Room[] = [
  { name: "Queue-it", header: "x-queueit-redirect" },
  { name: "Queue-it", body: [/queue-it\.net/i, /queueViewModel|data-pageid="(?:queue|before)"/] },
  { name: "Cloudflare Waiting Room", body: [/Waiting Room powered by Cloudflare|\bcfWaitingRoom\b|__cfwaitingroom/] },
  { name: "Netacea", body: [/netacea/i, /waiting room|in (?:the|a) queue/i] },
  { name: "Akamai Virtual Waiting Room", body: [/\bakavpwr|\bakavpau/] },
  { name: "AWS Virtual Waiting Room", body: [/<title>\s*AWS Virtual Waiting Room/i] },
  { name: "CrowdHandler", body: [/wait\.crowdhandler\.com/i] },
];

/**
 * Whether an answer is a waiting room's page, which lets visitors in by turns. The site is up then, and only
 * the tab, with its cookies, can stand in the line: asking on as a stranger would take places from others.
 */
export function isWaitingRoom(answer: Answer): boolean {
  if (answer.kind !== "response") return false;
  return ROOMS.some(
    (room) =>
      (room.header !== undefined && header(answer, room.header) !== undefined) ||
      (room.body?.every((mark) => mark.test(answer.body)) ?? false),
  );
}

/** What such a page says to its reader, whoever made it; in a condition it says nothing of this moment. */
const IN_LINE =
  /(?<!\b(?:if|when|once|unless|before|until) )\byou(?:['’]re| are)(?: now| currently)? in (?:a |the |our )?(?:virtual |waiting )?(?:line|queue)\b/;

/** Whether a page is a waiting room's, by the marks of its product or by what it says to its reader. */
export const isWaitingRoomPage = (html: string): boolean =>
  ROOMS.some(({ body }) => body?.every((mark) => mark.test(html)) ?? false) ||
  proseOf(html).sentences.some((sentence) => IN_LINE.test(sentence));
