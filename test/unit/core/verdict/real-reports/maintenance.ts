import type { Report } from "./report.ts";

const page = (title: string, text = ""): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const announced = (language: string, heading: string): Report => ({
  what: `an announcement in ${language}`,
  status: 503,
  headers: { server: "nginx" },
  body: page(heading),
  right: { side: "server", cause: "maintenance" },
});

const notAnnounced = (what: string, body: string, right: Report["right"] = {}): Report => ({
  what,
  status: 503,
  body,
  right: { side: "server", notCause: "maintenance", ...right },
});

/** Apache's page in the reader's language: the sentence differs, the frame does not. */
const apache = (language: string, sentence: string): Report => ({
  ...notAnnounced(
    `Apache's own page in ${language}, for a server that refused`,
    `<h1>X</h1><p>${sentence}</p><h2>Error 503</h2><address><a href="/">shop.example</a><br /><span>Apache</span></address>`,
    { cause: "origin-down", gateway: "Apache httpd" },
  ),
  headers: { server: "Apache" },
});

const STOCK =
  "The server is currently unable to handle the request due to a temporary overload or scheduled maintenance, which will likely be alleviated after some delay.";
const tomcat = (message = ""): string =>
  `<h1>HTTP Status 503 – Service Unavailable</h1>${message}<p><b>Description</b> ${STOCK}</p><h3>Apache Tomcat/9.0.71</h3>`;

/** Pages that speak of maintenance, and those of them that announce it. */
export const MAINTENANCE: readonly Report[] = [
  announced("Turkish", "Sitemiz şu anda bakımda"),
  announced("Vietnamese", "Website đang bảo trì"),
  announced("Indonesian", "Situs sedang dalam pemeliharaan"),
  announced("Ukrainian", "Проводяться технічні роботи"),
  announced("Czech", "Probíhá údržba webu"),
  announced("Swedish", "Vi utför underhåll just nu"),
  announced("Arabic", "الموقع تحت الصيانة"),
  announced("Persian", "سایت در حال به‌روزرسانی است"),
  announced("Hungarian", "Karbantartás alatt"),
  announced("Greek", "Σε συντήρηση"),
  announced("Thai", "เว็บไซต์ปิดปรับปรุง"),
  announced("Hindi", "साइट रखरखाव के लिए बंद है"),
  announced("Hebrew", "האתר בתחזוקה"),
  announced("English", "We’ll be back soon: the site is undergoing maintenance"),
  announced("Icelandic", "Vefurinn er niðri vegna viðhalds"),
  announced("Filipino", "Kasalukuyang isinasagawa ang maintenance ng site"),
  announced("other words: a shop that is updated", "We are currently updating our shop and will be back really soon"),
  announced("other words: a move, in Japanese", "サーバー移転作業のため、現在サービスを停止しております"),
  announced("words that name what is closed as well", "The application is not available due to scheduled maintenance"),

  apache("German", "Entweder ist der Server derzeit &uuml;berlastet oder wegen Wartungsarbeiten nicht verf&uuml;gbar."),
  apache("French", "En raison de travaux de maintenance ou de probl&egrave;mes de capacit&eacute;."),
  apache("Dutch", "Door onderhoud of problemen met de capaciteit van de server."),
  apache("Spanish", "Debido a tareas de mantenimiento o a problemas de capacidad."),
  apache("Polish", "Z powodu prac konserwacyjnych lub przeciążenia."),
  apache("Japanese", "メンテナンスで停止中か、過負荷のためです。"),

  notAnnounced("Tomcat's stock sentence", tomcat()),
  notAnnounced("the same, and the program is still starting", tomcat("<p>This appliance is still starting up</p>")),
  notAnnounced(
    "WebLogic, which quotes the standard",
    `<H2>Error 503--Service Unavailable</H2><P>The server is currently unable to handle the request due to a temporary overloading or maintenance of the server.</P>`,
  ),
  notAnnounced("a word that another word holds", page("Fehler", "Das entspricht nicht Ihren Erwartungen.")),
  notAnnounced("a dead database that is named", page("Техническая ошибка", "Нет соединения с базой данных.")),
  notAnnounced(
    "a dead database beside an old heading",
    page("Closed for maintenance", "Error: could not connect to the database."),
  ),
  notAnnounced("a menu", `<ul><li><a href="/wartung">Wartung</a></li></ul>${page("503")}`),
  notAnnounced("a site that sells it", page("Müller Heizungsbau: Wartung, Reparatur, Notdienst")),
  notAnnounced("a denial", page("Error", "There is no planned maintenance at the moment.")),
  notAnnounced("a guess", page("Error", "The site may be down for maintenance.")),
];
