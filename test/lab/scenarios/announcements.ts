import type { Draft } from "./scenario.ts";
import { BARE_503, theirs } from "./truths.ts";
import { htmlAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const maintenance = theirs("maintenance");
const overload = theirs("overload", "origin-down", "maintenance");

/** An app's own 503 with a heading and a sentence. */
const notice = (heading: string, text: string, headers: Readonly<Record<string, string>> = {}) =>
  htmlAnswer(503, titled(heading, `<h1>${heading}</h1><p>${text}</p>`), headers);

/** Notices as sites write them, one language each; their words are the lab's own. */
const ANNOUNCED: readonly WrittenRow[] = (
  [
    ["german", "Wartungsarbeiten", "Unser Laden wird gerade gewartet und ist gegen Mittag wieder da."],
    ["french", "Site en maintenance", "Nous effectuons une maintenance. La boutique sera de retour dans une heure."],
    ["spanish", "En mantenimiento", "Estamos realizando tareas de mantenimiento. Volvemos en unos minutos."],
    ["portuguese", "Em manutenção", "A loja está em manutenção e volta em breve."],
    ["italian", "Manutenzione in corso", "Il negozio è in manutenzione e tornerà tra poco."],
    ["dutch", "Onderhoud", "De winkel is momenteel in onderhoud en is zo terug."],
    ["polish", "Przerwa techniczna", "Trwają prace konserwacyjne. Sklep wróci za chwilę."],
    ["russian", "Технические работы", "На сайте ведутся технические работы. Магазин скоро откроется."],
    ["ukrainian", "Технічні роботи", "На сайті тривають технічні роботи. Скоро повернемося."],
    ["czech", "Probíhá údržba", "Na obchodu právě probíhá údržba. Za chvíli budeme zpět."],
    ["turkish", "Bakımdayız", "Sitemiz şu anda bakımda. Kısa süre sonra döneceğiz."],
    ["japanese", "メンテナンス中", "ただいまメンテナンス中です。しばらくお待ちください。"],
    ["chinese", "系统维护中", "网站正在维护，请稍后再来。"],
    ["korean", "점검 중", "현재 서비스 점검 중입니다. 잠시 후 다시 이용해 주세요."],
    ["vietnamese", "Đang bảo trì", "Website đang bảo trì, vui lòng quay lại sau."],
    ["indonesian", "Sedang dalam pemeliharaan", "Situs sedang dalam pemeliharaan dan segera kembali."],
    ["arabic", "الموقع تحت الصيانة", "الموقع تحت الصيانة حاليا وسنعود قريبا."],
  ] as const
).map(([language, heading, text]) => [
  `announced-${language}`,
  "none",
  `maintenance announced, in ${language}`,
  notice(heading, text),
  maintenance,
]);

/** Pages in which the word stands and nothing is announced. */
const NOT_ANNOUNCED: readonly WrittenRow[] = [
  [
    "expectations",
    "none",
    "the German word for it inside another one",
    notice(
      "Zu viele Anfragen",
      "Der Andrang übertrifft unsere Erwartungen. Bitte versuchen Sie es gleich noch einmal.",
    ),
    overload,
  ],
  [
    "denied",
    "none",
    "a page that denies it",
    notice("Overloaded", "There is no planned maintenance. Too many people want to shop at once."),
    overload,
  ],
  [
    "menu-link",
    "none",
    "a link in the menu to a maintenance contract",
    htmlAnswer(
      503,
      titled(
        "Shop",
        '<nav><a href="/service/maintenance">Maintenance and repairs</a> <a href="/news">News</a></nav><h1>503</h1><p>This page is not available.</p>',
      ),
    ),
    BARE_503,
  ],
  [
    "one-of-two",
    "none",
    "stock words that offer it as one of two reasons",
    notice(
      "Service Unavailable",
      "The server cannot handle your request due to maintenance downtime or capacity problems.",
    ),
    BARE_503,
  ],
  [
    "database-named",
    "none",
    "a dead database, beside a technical department",
    notice("Ошибка", "Нет связи с базой данных. Обратитесь в техническую поддержку."),
    theirs("origin-down", "origin-invalid", "overload", "maintenance"),
  ],
  [
    "history",
    "none",
    "a maintenance of last week, in a list of news",
    notice("Something broke", "Our database is down. Earlier news: last week's maintenance was completed."),
    theirs("origin-down", "overload", "maintenance"),
  ],
  [
    "busy-queue",
    "none",
    "a queue, which is no maintenance",
    notice("You are in line", "Too many visitors at the moment. You will be let in soon.", { "retry-after": "15" }),
    theirs("overload", "maintenance", "origin-down"),
  ],
];

/** Retry-After as programs and people write it, beside the same plain page. */
const WAITS: readonly WrittenRow[] = (
  [
    ["seconds-word", "with its unit written out", "30 seconds"],
    ["go-duration", "as Go prints a duration", "1m0s"],
    ["fraction", "with a fraction", "90.5"],
    ["date", "as a date, which the standard allows", "Wed, 31 Dec 2036 23:59:59 GMT"],
    ["nonsense", "as a word that no time is", "soon"],
    ["zero", "as nothing at all", "0"],
  ] as const
).map(([id, how, value]) => [
  `wait-${id}`,
  "none",
  `a wait ${how}`,
  notice("Busy", "The shop is full. Please come back.", { "retry-after": value }),
  overload,
]);

/** What a site says of itself: maintenance in many languages, its words without it, and how long to wait. */
export const ANNOUNCEMENTS: readonly Draft[] = writtenPages("says", [...ANNOUNCED, ...NOT_ANNOUNCED, ...WAITS]);
