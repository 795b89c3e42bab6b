import { type Answer, header } from "../http/answer.ts";
import { lazily } from "../lazily.ts";
import { eachOnce, proseOf } from "./page/prose.ts";

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

/** A sentence that begins like this is a condition, or speaks of another moment than this. */
const before = (conditions: string): string => `(?<!\\p{L})(?<!(?<!\\p{L})(?:${conditions}) )`;

/** A sentence that begins so names nobody. */
const alone = (moments: string): string => `^(?:(?:${moments}) )?`;

/**
 * What such a page says to its reader, whoever made it, in the larger languages of the web that have words for a line:
 * that it stands there now. Where a condition puts the verb last (German, Dutch) it is no such sentence anyway.
 */
const inLine = lazily((): readonly RegExp[] =>
  [
    // English
    `${before("if|when|once|unless|before|until")}you(?:['’]re| are)(?: now| currently)? in (?:a |the |our )?(?:virtual |waiting )?(?:line|queue)`,
    // German
    "(?:sie befinden sich|du befindest dich|sie sind|du bist|sie stehen|du stehst)(?: jetzt| nun| derzeit| gerade)? (?:in (?:der|einer|unserer) (?:virtuellen )?warte(?:schlange|reihe)|im warteraum)",
    // French
    `${before("si|quand|lorsque|tant que")}(?:vous êtes|tu es)(?: actuellement| maintenant)? (?:dans (?:la|une|notre) |en )(?:file|salle) d['’]attente`,
    // Spanish, Portuguese, Italian; what is polite is said of things as well, and of their reader where nothing else is named
    `(?:${before("si|cuando|mientras")}(?:estás|usted (?:está|se encuentra))|${alone("ahora|ya")}(?:está|se encuentra))(?: ahora| actualmente)? en (?:la |una |nuestra )?(?:cola|fila|sala de espera)`,
    `(?:${before("se|quando|enquanto")}(?:estás|você (?:está|encontra-se))|${alone("agora|já")}(?:está|encontra-se))(?: agora)? n(?:a|uma|a nossa) (?:fila|sala de espera)`,
    `(?:${before("se|quando|mentre")}(?:sei|ti trovi)|${alone("ora|adesso")}(?:è|si trova))(?: ora| attualmente)? (?:in (?:coda|fila|lista d['’]attesa)|nella (?:coda|sala d['’]attesa))`,
    // Dutch, Scandinavian
    "(?:je|u) (?:staat|bent|bevindt (?:je|u|zich))(?: nu| momenteel)? in (?:de|een|onze) (?:virtuele )?(?:wachtrij|wachtkamer)",
    `${before("om|när|hvis|når")}du (?:står|er|är)(?: nu| nå)? i (?:en )?(?:virtuell |virtuel )?k[öø]e?n?`,
    // Polish, Czech
    `${before("jeśli|jeżeli|gdy|kiedy")}(?:jesteś|znajdujesz się)(?: teraz| obecnie)? w (?:wirtualnej )?(?:kolejce|poczekalni)`,
    `${before("pokud|když")}(?:jste|nacházíte se|čekáte)(?: nyní| právě)? ve (?:virtuální )?frontě`,
    // Russian, Ukrainian, Turkish, Vietnamese, Indonesian
    `${before("если|когда|пока|якщо|коли")}(?:вы|ви) (?:сейчас |зараз )?(?:находитесь |перебуваєте |стоите |стоїте )?(?:в|у) (?:(?:виртуальной|електронній|віртуальній|электронной) )?(?:очереди|черзі)`,
    "(?:şu an(?:da)? )?(?:sıradasınız|sırada bekliyorsunuz|bekleme sırasındasınız)",
    "bạn đang (?:ở )?trong hàng (?:đợi|chờ)",
    "anda (?:sedang |saat ini )?(?:berada )?(?:di )?dalam antre?an",
  ].map((words) => new RegExp(`${words.startsWith("(?<!") ? "" : "(?<!\\p{L})"}${words}(?!\\p{L})`, "u")),
);

/** The same in scripts that put no blanks between words. */
const inLineUnspaced =
  /(?:[您你]|目前|当前|正在)[^，。]{0,6}(?:排队中|排隊中|等候室|等待室)|正在排[队隊]|(?<!(?:電話|問い?合わ?せ)[^。]{0,6})順番(?:待ち|に(?:ご案内|お通し))|(?:접속|현재) ?대기 ?중|대기열에 (?:있|계)|대기 ?(?:인원|순번|순서)/u;

/** Whether a page is a waiting room's, by the marks of its product or by what it says to its reader. */
export const isWaitingRoomPage = (html: string): boolean =>
  ROOMS.some(({ body }) => body?.every((mark) => mark.test(html)) ?? false) ||
  eachOnce(proseOf(html)).sentences.some(
    (sentence) => inLineUnspaced.test(sentence) || inLine().some((words) => words.test(sentence)),
  );
