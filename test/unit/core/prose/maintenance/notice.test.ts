import { describe, expect, it } from "vitest";
import { announcesMaintenance, speaksOfMaintenance } from "../../../../../src/core/prose/maintenance/notice.ts";
import { MAINTENANCE_WORDS } from "../../../../../src/core/prose/maintenance/words.ts";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";

const inHeading = (text: string) => announcesMaintenance(proseOf(`<h1>${text}</h1>`));
const inText = (text: string) => announcesMaintenance(proseOf(`<p>${text}.</p>`));

/** Headings that say nothing else, or that it is under way. */
const HEADINGS: ReadonlyArray<readonly [language: string, ...headings: readonly string[]]> = [
  ["English", "Down for maintenance", "Maintenance", "Scheduled maintenance", "Site under maintenance"],
  ["German", "Wartung", "Wartungsarbeiten", "Die Seite wird gerade gewartet"],
  ["French", "Site en maintenance", "Maintenance programm&eacute;e"],
  ["Spanish", "En mantenimiento", "Sitio web en mantenimiento"],
  ["Portuguese", "Manutenção", "O site está em manutenção"],
  ["Italian", "Sito in manutenzione", "Manutenzione programmata"],
  ["Catalan", "En manteniment"],
  ["Romanian", "Site în mentenanță", "In mentenanta"],
  ["Dutch", "Onderhoud", "Gepland onderhoud", "Wegens onderhoudswerkzaamheden gesloten"],
  ["Swedish", "Vi utför underhåll just nu"],
  ["Danish", "Siden er under vedligeholdelse"],
  ["Norwegian", "Nettstedet er under vedlikehold"],
  ["Finnish", "Huoltokatko"],
  ["Polish", "Prace konserwacyjne", "Przerwa techniczna", "Strona w trakcie konserwacji"],
  ["Czech", "Probíhá údržba webu", "Odstávka systému"],
  ["Slovak", "Prebieha údržba"],
  ["Hungarian", "Karbantartás alatt"],
  ["Croatian", "Stranica je u održavanju"],
  ["Serbian", "Сајт је тренутно у режиму одржавања"],
  ["Bulgarian", "Сайтът е в режим на поддръжка"],
  ["Russian", "Технические работы", "На сайте ведутся технические работы", "Сайт на техническом обслуживании"],
  ["Ukrainian", "Проводяться технічні роботи", "Сайт на технічному обслуговуванні"],
  ["Turkish", "Sitemiz şu anda bakımda", "BAKIMDAYIZ", "Bakım modu"],
  ["Azerbaijani", "Saytda texniki işlər aparılır"],
  ["Vietnamese", "Website đang bảo trì", "Hệ thống bảo trì"],
  ["Indonesian", "Situs sedang dalam pemeliharaan"],
  ["Malay", "Laman web sedang dalam penyelenggaraan"],
  ["Greek", "Ο ιστότοπος βρίσκεται υπό συντήρηση"],
  ["Lithuanian", "Svetainėje atliekami techniniai darbai"],
  ["Latvian", "Notiek apkope"],
  ["Estonian", "Leht on hooldusel, hooldustööd käivad parasjagu"],
  ["Albanian", "Faqja është në mirëmbajtje"],
  ["Georgian", "საიტზე მიმდინარეობს ტექნიკური სამუშაოები"],
  ["Arabic", "الموقع تحت الصيانة"],
  ["Persian", "سایت در حال به‌روزرسانی است"],
  ["Hebrew", "האתר בתחזוקה"],
  ["Urdu", "سائٹ دیکھ بھال کے لیے بند ہے"],
  ["Hindi", "साइट रखरखाव के लिए बंद है"],
  ["Bengali", "রক্ষণাবেক্ষণ চলছে"],
  ["Thai", "เว็บไซต์ปิดปรับปรุง"],
  ["Japanese", "メンテナンス中", "システムメンテナンスのお知らせ"],
  ["Chinese", "系统维护中", "网站正在维护", "技術維護"],
  ["Korean", "점검 중", "시스템 점검 안내"],
  ["Galician", "O sitio está en mantemento"],
  ["Basque", "Webgunea mantentze-lanetan dago"],
  ["Afrikaans", "Die webwerf ondergaan tans instandhouding"],
  ["Icelandic", "Vefurinn er niðri vegna viðhalds"],
  ["Mongolian", "Сайтад засвар үйлчилгээ хийгдэж байна"],
  ["Kyrgyz", "Сайтта техникалык иштер жүрүп жатат"],
  ["Welsh", "Mae'r wefan i lawr ar gyfer gwaith cynnal a chadw"],
  ["Swahili", "Tovuti iko kwenye matengenezo"],
  ["Filipino", "Kasalukuyang isinasagawa ang maintenance ng site"],
  ["Tamil", "தளம் பராமரிப்பில் உள்ளது"],
  ["Nepali", "साइट मर्मत भइरहेको छ"],
  ["Kannada", "ನಿರ್ವಹಣೆ"],
  ["Khmer", "គេហទំព័រកំពុងថែទាំ"],
  ["Burmese", "ပြုပြင်ထိန်းသိမ်းနေပါသည်"],
  ["Amharic", "ድረ ገጹ ጥገና ላይ ነው"],
];

describe("maintenance under way", () => {
  it.each(HEADINGS.flatMap(([language, ...headings]) => headings.map((heading) => [language, heading] as const)))(
    "is announced in %s: %s",
    (_language, heading) => {
      expect(inHeading(heading)).toBe(true);
    },
  );

  it("is known in every language of the list by a heading above", () => {
    const headings = HEADINGS.flatMap(([, ...all]) => all.map((heading) => proseOf(`<h1>${heading}</h1>`).headings));
    const unused = MAINTENANCE_WORDS.filter(
      ({ work }) => !headings.some(([heading = ""]) => new RegExp(work, "u").test(heading)),
    );
    expect(unused.map(({ work }) => work)).toEqual([]);
  });

  it.each([
    "We&rsquo;ll be back soon: we are performing some maintenance at the moment",
    "The site is not available due to scheduled maintenance",
    "Our site is undergoing maintenance and will return within an hour or two",
    "We are down for maintenance, please check back later or email us",
    "Wegen Wartungsarbeiten sind wir zurzeit nicht erreichbar",
    "Estamos realizando tareas de mantenimiento",
    "Bakım çalışmamızı en kısa sürede tamamlayıp tekrar açacağız",
    "Hệ thống đang được bảo trì",
    "Мы проводим плановые работы, приносим извинения",
    "现在系统维护，请稍后访问",
    "Scheduled maintenance until 10:00",
    "Planned works are being carried out on our website now",
    "Wartung bis 14 Uhr",
    "Údržba systému do 14:00",
    "현재 서비스 점검 중입니다",
  ])("is announced in a sentence: %s", (sentence) => {
    expect(inText(sentence)).toBe(true);
  });
});

describe("a planned stop that is called otherwise", () => {
  it.each([
    ["English", "Online banking is closed during tonight's service window"],
    ["English", "Our servers are offline for the weekly update"],
    ["German", "Wegen einer geplanten Abschaltung nicht erreichbar"],
    ["French", "Le service est interrompu pour une opération technique programmée"],
    ["Spanish", "El servicio está interrumpido por un corte programado"],
    ["Portuguese", "O sistema está em parada programada para atualização"],
    ["Italian", "Il servizio è sospeso per un intervento tecnico programmato"],
    ["Dutch", "Wegens een geplande onderbreking gesloten"],
    ["Swedish", "Tjänsten är stängd för planerat driftstopp"],
    ["Danish", "Vi har lukket for planlagt service"],
    ["Finnish", "Palvelu on suljettu suunnitellun katkon vuoksi: huoltokatko"],
    ["Polish", "Trwa planowana przerwa"],
    ["Czech", "Web je kvůli plánované odstávce mimo provoz"],
    ["Hungarian", "Tervezett leállás miatt a szolgáltatás szünetel"],
    ["Croatian", "Planirani prekid je u tijeku"],
    ["Russian", "Сайт недоступен: идёт плановое отключение"],
    ["Ukrainian", "Триває планове відключення"],
    ["Turkish", "Planlı kesinti nedeniyle hizmet veremiyoruz"],
    ["Greek", "Λόγω προγραμματισμένης διακοπής"],
    ["Chinese", "系统将于今日0:00-6:00停机升级，期间暂停服务"],
    ["Japanese", "計画停止のため、現在ご利用いただけません"],
    ["English", "The site is closed for scheduled service"],
    ["Russian", "Информация недоступна из-за планового отключения серверов"],
    ["Polish", "Mapa jest niedostępna z powodu planowanej przerwy"],
    ["Korean", "오류 수정을 위해 서버 점검 중입니다"],
  ])("is announced in %s: %s", (_language, sentence) => {
    expect(announcesMaintenance(proseOf(`<h1>503</h1><p>${sentence}.</p>`))).toBe(true);
  });

  it.each([
    "Corte programado",
    "Parada programada",
    "Interruption programmée",
    "Planerat driftstopp",
    "Service window",
    "Tervezett leállás",
    "Web en obras",
    "停机公告",
  ])("is announced by its name in a heading: %s", (heading) => {
    expect(inHeading(heading)).toBe(true);
  });

  it.each([
    ["an outage", "El servicio está interrumpido por un corte de luz"],
    ["an update of news", "Sign up for the weekly update"],
    ["a browser's window", "Close this window and try again"],
    ["a table service", "Der Service ist derzeit nicht erreichbar"],
    ["a stop that is not planned", "Oplanerat driftstopp"],
    ["power cuts in Russian", "Информация о плановых отключениях временно недоступна"],
    ["power cuts in a chart in Russian", "График плановых отключений сейчас недоступен"],
    ["power cuts in Ukrainian", "Інформація про планові відключення тимчасово недоступна"],
    ["power cuts in Polish", "Planowane wyłączenia prądu: mapa jest obecnie niedostępna"],
    ["power cuts in Czech", "Mapa plánovaných výpadků je momentálně nedostupná"],
    ["power cuts in Turkish", "Planlı kesinti bilgisi şu an görüntülenemiyor"],
    ["power cuts in Hungarian", "A tervezett üzemszünetek listája jelenleg nem érhető el"],
    ["power cuts in Swedish", "Information om planerade avbrott kan just nu inte visas"],
    ["power cuts in Croatian", "Planirani prekidi opskrbe: karta trenutno nije dostupna"],
    ["power cuts in Greek", "Πληροφορίες για την προγραμματισμένη διακοπή ρεύματος προσωρινά δεν υπάρχουν"],
    ["a railway's trains", "Scheduled service information is currently unavailable"],
    ["a utility's cuts", "The planned outage map is currently unavailable"],
    ["stops in Japanese", "計画停止の情報は現在表示できません"],
    ["the cause of an error in Korean", "현재 오류 원인을 점검 중입니다"],
    ["an error during a test in Korean", "데이터 점검 중 오류가 발생했습니다"],
  ])("is none where the page tells of %s: %s", (_what, sentence) => {
    expect(announcesMaintenance(proseOf(`<h1>503</h1><p>${sentence}.</p><p>Sorry.</p>`))).toBe(false);
  });
});

describe("work on a site that nobody announces", () => {
  it.each([
    ["denied in Icelandic", "Ekkert viðhald er í gangi"],
    ["denied in Swahili", "Hakuna matengenezo kwa sasa"],
    ["denied in Galician", "Non hai mantemento en curso"],
    ["denied in Basque", "Ez dago mantentze-lanik"],
    ["denied in Filipino", "Walang maintenance sa kasalukuyan"],
    ["customer care in Khmer", "សូមទាក់ទងផ្នែកថែទាំអតិថិជន ដើម្បីទទួលជំនួយ"],
    ["customer care in Hindi", "सहायता के लिए ग्राहक देखभाल से संपर्क करें"],
    ["cookies in Thai", "เรากำลังปรับปรุงประสบการณ์ของคุณด้วยคุกกี้"],
    ["works on a railway", "Planned works on line 4: trains are back on Monday"],
  ])("is not read out of: %s", (_what, text) => {
    expect(inText(text)).toBe(false);
  });
});

describe("a site that is renewed or moved", () => {
  it.each([
    "We are currently updating our shop and will be back really soon",
    "We're upgrading our servers right now and will be back at 6 pm",
    "We are moving to new servers. The site will be back tomorrow",
    "Deploy in progress",
    "This site is under construction",
    "Le site est actuellement en travaux",
    "Une mise à jour du site est en cours",
    "Sitio en proceso de actualización",
    "Nosso site está passando por uma atualização",
    "Serwis jest w trakcie aktualizacji",
    "Sistem güncelleme çalışmaları nedeniyle hizmet veremiyoruz",
    "The database is being migrated",
    "Wir aktualisieren gerade unsere Website",
    "Der Webshop wird derzeit überarbeitet",
    "Site en cours de mise à jour",
    "Estamos actualizando nuestra web",
    "Estamos atualizando o nosso site",
    "Stiamo aggiornando il sito",
    "De website wordt momenteel bijgewerkt",
    "Trwa aktualizacja serwisu",
    "Сайт обновляется",
    "Триває оновлення сайту",
    "Sitemiz şu anda güncelleniyor",
    "Hệ thống đang được nâng cấp",
    "Situs kami sedang diperbarui",
    "サーバー移転作業のため、現在サービスを停止しております",
    "ただいまサイトの更新作業を行っております",
    "网站正在升级改造，暂时无法访问",
    "시스템 업그레이드 작업 중입니다",
  ])("announces maintenance by another name: %s", (text) => {
    expect(inHeading(text)).toBe(true);
    expect(inText(text)).toBe(true);
  });

  it.each([
    "Please update your browser",
    "An upgrade of our database failed",
    "The update of your order could not be saved",
    "Nach der Aktualisierung unserer Server gibt es Probleme",
    "Retards: travaux sur la ligne 4",
    "This page is being updated as we learn more",
    "We are updating our status page with news",
    "The site was updated on Monday",
    "The site is either being upgraded or overloaded",
    "Perhaps the server is being upgraded",
    "We are not updating our shop at the moment",
    "Wir aktualisieren diese Seite, sobald wir mehr wissen",
    "Bitte aktualisieren Sie Ihre Browser-Software",
    "Обновите страницу",
    "请升级您的浏览器",
    "ページを更新してください",
    "The migration is ongoing in the Mediterranean",
    "© 2026 Site Under Construction Ltd",
    "We are moving to a new platform next month",
    "We are updating our system status page",
    "We are updating our website privacy policy",
    "We are updating our site as we learn more",
    "Our system is being updated every hour",
    "Wir aktualisieren unsere Website-Datenschutzerklärung",
    "Wir aktualisieren unsere Systemstatusseite",
    "Wir aktualisieren die Seite, sobald wir mehr wissen",
    "Nous mettons à jour le site dès que nous en savons plus",
    "Estamos actualizando la página de estado",
    "Estamos atualizando o site de status",
    "Stiamo aggiornando il sito con le ultime notizie",
    "Aktualizujemy stronę statusu na bieżąco",
    "Сайт обновляется каждые 5 минут",
    "Система обновляется автоматически",
    "お使いのシステムのアップデートを行ってください",
    "お問い合わせページは準備中です",
    "技术支持：某某网站建设中心",
    "系统升级中心",
    "시스템 업데이트 중요 공지",
  ])("is not read out of: %s", (text) => {
    expect(inHeading(text)).toBe(false);
    expect(inText(text)).toBe(false);
  });
});

describe("the word maintenance", () => {
  it.each([
    // One of two reasons: stock sentences of servers, in their translations.
    "The server is currently unable to handle the request due to a temporary overload or scheduled maintenance",
    "The server is temporarily unable to service your request due to maintenance downtime or capacity problems",
    "Entweder ist der Server derzeit &uuml;berlastet oder wegen Wartungsarbeiten nicht verf&uuml;gbar",
    "En raison de travaux de maintenance ou de probl&egrave;mes de capacit&eacute;",
    "debido a tareas de mantenimiento o a problemas de capacidad",
    "devido a manutenção ou problemas de capacidade",
    "a causa di manutenzione o di problemi di sovraccarico",
    "door onderhoud of problemen met de capaciteit",
    "z powodu prac konserwacyjnych lub przeciążenia",
    "på grund av underhåll eller överbelastning",
    "bakım veya kapasite sorunları nedeniyle",
    "из-за технических работ или перегрузки",
    "メンテナンスで停止中か、過負荷のため",
    "系统繁忙或系统维护中",
    "Either the server is overloaded or under maintenance",
    // Denied, supposed, over or to come.
    "There is no planned maintenance",
    "The site is not under maintenance",
    "It may be down for maintenance",
    "Perhaps the site is undergoing maintenance",
    "Upcoming maintenance is in progress of being planned",
    "The scheduled maintenance was completed at 14:00",
    "Возможно, проводятся технические работы",
    // Something else of the same words.
    "Das entspricht nicht Ihren Erwartungen",
    "Our maintenance team is now working on the problem",
    "по техническим причинам сайт недоступен",
    "Техническая поддержка сейчас работает",
    "обслуживание клиентов",
    "Cilt bakımı",
    "维护消费者权益",
    "네트워크 연결을 점검해 주세요",
  ])("announces nothing in: %s", (text) => {
    expect(inHeading(text)).toBe(false);
    expect(inText(text)).toBe(false);
  });

  it.each(["Wartung und Reparatur", "Home maintenance", "Wartung, Pflege"])(
    "announces nothing in a heading that says more: %s",
    (heading) => {
      expect(inHeading(heading)).toBe(false);
    },
  );

  it("announces nothing where it stands in a sentence and nothing says that it is under way", () => {
    expect(inText("Heizung: Wartung")).toBe(false);
  });

  it("announces it where it is all that a page says", () => {
    expect(announcesMaintenance(proseOf("Maintenance"))).toBe(true);
    expect(announcesMaintenance(proseOf("<p>Maintenance</p><p>Something else</p>"))).toBe(false);
    expect(announcesMaintenance(proseOf("<h1>503 Service Unavailable</h1><p>Przerwa techniczna</p>"))).toBe(true);
    expect(announcesMaintenance(proseOf("<h1>Our shop</h1><p>Maintenance</p>"))).toBe(false);
  });

  it("announces it in a heading that is none by its tag", () => {
    const next = "<div>Wir sind in Kürze für Sie da.</div>";
    expect(announcesMaintenance(proseOf(`<div class="title">Wartungsarbeiten</div>${next}`))).toBe(true);
    expect(announcesMaintenance(proseOf(`<h1>Shop</h1><div>Wartungsarbeiten</div>${next}`))).toBe(false);
    expect(announcesMaintenance(proseOf(`${next}<div>Wartungsarbeiten</div>`))).toBe(false);
    const byRole = (role: string) =>
      proseOf(`<div role="${role}" aria-level="1">Scheduled maintenance</div><h2>Shop</h2>`);
    expect(announcesMaintenance(byRole("heading"))).toBe(true);
    expect(announcesMaintenance(byRole("note"))).toBe(false);
  });

  it("announces nothing in a menu", () => {
    expect(announcesMaintenance(proseOf('<ul><li><a href="/w">Wartung</a></li></ul><h1>503</h1>'))).toBe(false);
  });

  it("is heard of all the same", () => {
    expect(speaksOfMaintenance("a temporary overload or scheduled maintenance")).toBe(true);
    expect(speaksOfMaintenance("das entspricht nicht ihren erwartungen")).toBe(false);
  });
});

describe("the time of the work", () => {
  const besideAStatus = (text: string) => announcesMaintenance(proseOf(`<h1>503</h1><p>${text}</p>`));

  it.each([
    "Following last night's maintenance some servers have not come back.",
    "After maintenance last night, some servers are down.",
    "After scheduled maintenance we are currently seeing errors.",
    "Since the maintenance the site is down.",
    "Suite à la maintenance de cette nuit, le site est indisponible.",
    "Depuis la maintenance d'hier, le site est inaccessible.",
    "Después del mantenimiento de ayer el servicio está fallando en este momento.",
    "Tras el mantenimiento, el sitio no está disponible.",
    "Dopo la manutenzione di ieri il sito non è in linea.",
    "Após a manutenção de ontem o site está fora do ar no momento.",
    "Depois da manutenção o site está em baixo.",
    "Na het onderhoud van gisteren is de site tijdelijk niet bereikbaar.",
    "Sinds het onderhoud is de site nu niet bereikbaar.",
    "После вчерашних технических работ сайт временно недоступен.",
    "Після технічних робіт сайт тимчасово недоступний.",
    "Seit der Wartung heute Nacht ist die Seite derzeit nicht erreichbar.",
    "Nach der gestrigen Wartung sind einige Server derzeit gestört.",
    "Po wczorajszej konserwacji serwis jest obecnie niedostępny.",
    "Po včerejší údržbě je web dočasně nedostupný.",
    "昨晚系统维护后，部分服务器目前无法访问。",
    "昨夜のメンテナンス後、現在サーバーに接続できません。",
    "서버 점검 이후 현재 접속이 되지 않습니다.",
    "Dünkü bakım çalışmasından sonra sunucular şu anda çalışmıyor.",
    "Efter underhållet igår är tjänsten tillfälligt nere.",
    "A karbantartás után jelenleg hibák vannak.",
    "Sau khi bảo trì, hệ thống hiện đang gặp lỗi.",
  ])("lies behind where the sentence tells what is since: %s", (sentence) => {
    expect(besideAStatus(sentence)).toBe(false);
  });

  it.each([
    "Am Samstag führen wir Wartungsarbeiten durch.",
    "Am 12. Dezember werden Wartungsarbeiten durchgeführt.",
    "On Saturday we will be carrying out maintenance.",
    "We will perform scheduled maintenance on December 12.",
    "Zaterdag voeren wij onderhoud uit.",
    "Sabato prossimo effettueremo una manutenzione.",
    "Le samedi 12 décembre, nous effectuerons une maintenance.",
    "El sábado realizaremos tareas de mantenimiento.",
    "No sábado faremos manutenção no sistema para melhorias.",
    "W sobotę będą prowadzone prace konserwacyjne.",
    "V sobotu bude probíhat údržba.",
    "В субботу будут проводиться технические работы.",
    "У суботу будуть проводитися технічні роботи.",
    "12 Aralık'ta planlı bakım yapılacaktır.",
    "12월 12일에 시스템 점검이 진행될 예정입니다.",
    "系统将于12月12日进行维护",
    "次回の定期メンテナンスは12月12日に実施します",
    "På lördag kommer vi att utföra underhåll.",
  ])("is to come on another day, or in the future alone: %s", (sentence) => {
    expect(besideAStatus(sentence)).toBe(false);
  });

  it.each([
    "Bakım çalışması tamamlandı.",
    "Wartung abgeschlossen.",
    "Технические работы завершены.",
    "La maintenance est terminée.",
    "メンテナンスは終了しました。",
    "系统维护已完成。",
    "서버 점검이 완료되었습니다.",
    "La manutenzione è terminata, ma ci sono problemi in corso.",
    "The maintenance has been completed, but the site is currently down.",
  ])("is over where it is done: %s", (sentence) => {
    expect(besideAStatus(sentence)).toBe(false);
  });

  it.each([
    "Die Seite ist von 22 bis 2 Uhr wegen Wartungsarbeiten nicht erreichbar.",
    "系统将于今日0:00-6:00停机维护，期间暂停服务",
    "Wartung bis 18 Uhr",
    "We will be back after maintenance.",
    "Wegen Wartungsarbeiten bis Montag nicht erreichbar.",
    "Down for maintenance until Monday, December 12.",
    "The site is under maintenance since Saturday.",
    "Сайт закрыт на техническое обслуживание до 12 декабря.",
    "Maintenance in progress from 12 December to 13 December.",
    "Due to maintenance the site will be unavailable until 14:00.",
    "We are performing maintenance and will be back on Monday.",
    "Wir führen derzeit Wartungsarbeiten durch und sind am Montag wieder da.",
    "Na stronie trwają prace konserwacyjne.",
    "Web je momentálně mimo provoz kvůli údržbě.",
    "Strona na czas konserwacji jest niedostępna.",
    "システムメンテナンスのため、12月12日 0:00から6:00までサービスを停止しております。",
    "Bakım tamamlandığında site tekrar açılacak, şu anda bakım yapılıyor.",
    "Seit heute Morgen laufen Wartungsarbeiten.",
    "Maintenance: the site will be back on Saturday.",
    "El sitio está en mantenimiento hasta el lunes.",
    "Estamos en mantenimiento desde el lunes.",
    "Le site est en maintenance, il sera de retour demain.",
    "メンテナンス終了後に再開します。現在メンテナンス中です。",
    "Suite à une maintenance, le site est indisponible.",
    "Sitio en mantenimiento, volvemos mañana.",
    "De site is in onderhoud.",
    "Site in manutenzione, torniamo domani.",
  ])("is now, whatever day or end is named beside it: %s", (sentence) => {
    expect(besideAStatus(sentence)).toBe(true);
  });
});

describe("what others say of their maintenance", () => {
  it.each([
    [
      "a blockquote",
      '<h1>503</h1><p>The news cannot be read.</p><blockquote>"The bridge is closed for maintenance"</blockquote>',
    ],
    ["a quotation", "<h1>503</h1><p>The news cannot be read: <q>closed for maintenance</q></p>"],
    [
      "a quotation that names its source",
      '<h1>Shop</h1><p>Hello.</p><blockquote cite="https://news.example">We are closed for maintenance</blockquote>',
    ],
  ])("is not announced by %s", (_what, html) => {
    expect(announcesMaintenance(proseOf(html))).toBe(false);
  });

  it.each([
    ["the page says nothing else", "<blockquote>We are down for maintenance</blockquote>"],
    [
      "a heading alone stands beside it",
      "<h1>Shop</h1><blockquote>We are currently down for maintenance.</blockquote>",
    ],
    [
      "a status line stands beside it",
      "<h1>Shop</h1><p>503 Service Unavailable</p><blockquote>We are currently down for maintenance.</blockquote>",
    ],
    [
      "what stands beside it tells of no failure",
      "<h1>Shop</h1><p>© 2026 Shop</p><blockquote>We are currently down for maintenance.</blockquote>",
    ],
    ["it is a part of a sentence", "<h1>Shop</h1><p>We are currently <q>down for maintenance</q>.</p>"],
  ])("is the page's own where %s", (_where, html) => {
    expect(announcesMaintenance(proseOf(html))).toBe(true);
  });
});
