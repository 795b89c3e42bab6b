import { describe, expect, it } from "vitest";
import { feed } from "../../../../src/core/status-pages/feed.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";

const PAGE = new URL("https://status.shop.example/");
const DATE = "<pubDate>Mon, 02 Nov 2026 11:00:00 GMT</pubDate>";

const read = (channel: string) =>
  reportFrom(feed, { page: PAGE, html: "", answers: [`<rss><channel>${channel}</channel></rss>`] });
const item = (title: string, date: string) => `<item><title>${title}</title>${date}</item>`;

describe("an item of a feed", () => {
  it.each([
    ["no date", ""],
    ["an empty one", "<pubDate></pubDate>"],
    ["a time zone that nobody knows", "<pubDate>Tue, 05 Mar 2019 10:00:00 XYZT</pubDate>"],
    ["a date in another language", "<pubDate>5. März 2019</pubDate>"],
    ["a date before all status pages", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"],
  ])("is left out when it has %s, for it may be of any year", (_what, date) => {
    expect(read(item("Checkout fails", date) + item("Search fails", DATE))?.notices).toMatchObject([
      { title: "Search fails", startedAt: Date.UTC(2026, 10, 2, 11) },
    ]);
  });

  it("counts from its last change when only that can be read", () => {
    const dates = "<published>gestern</published><updated>2026-11-02T11:00:00Z</updated>";
    expect(read(item("Checkout fails", dates))?.notices).toMatchObject([
      { startedAt: null, updatedAt: Date.UTC(2026, 10, 2, 11) },
    ]);
  });
});

describe("a feed's own title", () => {
  it("names the page, and is looked for at the beginning only, however long the head is", () => {
    const title = "<title>Shop</title>";
    expect(read(title + item("Checkout fails", DATE))?.name).toBe("Shop");
    expect(read(`${" ".repeat(3_000)}${title}${item("Checkout fails", DATE)}`)?.name).toBe("Shop");
    expect(read(`${" ".repeat(4_000)}${title}${item("Checkout fails", DATE)}`)?.name).toBeNull();
  });
});

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One item of a feed of which nothing else is known. */
const isOpen = (title: string, words: string): boolean =>
  read(`<item><title>${title}</title><description>${escaped(words)}</description>${DATE}</item>`)?.notices.length === 1;

describe("an incident in a feed", () => {
  it.each([
    ["a promise", "Website outage", "<b>Investigating</b> - We will update this page until the issue is resolved."],
    ["a promise without a label", "Website outage", "<p>We keep you informed until everything is resolved.</p>"],
    ["a denial", "Website outage", "<b>Identified</b> - The cause is known but not resolved yet."],
    ["a denial without a label", "Website outage", "The problem has not been fully resolved."],
    ["a hope", "Website outage", "This will be fixed within the hour."],
    [
      "a return",
      "Login problems",
      "<b>Investigating</b> - It has come back.<br><b>Resolved</b> - This incident has been resolved.",
    ],
    [
      "a return under a word that nobody knows",
      "Login problems",
      "<b>Neuigkeit</b> - Es geht wieder los.<br><b>Behoben</b> - Alles läuft.",
    ],
    ["watching", "Login problems", "<strong>Monitoring</strong> - A fix was made, and we watch the results."],
    ["a promise in German", "Ausfall", "Wir melden uns, sobald die Störung behoben ist."],
    ["a denial in German", "Ausfall", "Die Störung ist noch nicht behoben."],
    ["a denial in French", "Panne", "Le problème n'est pas encore résolu."],
    ["a promise in Spanish", "Caída", "Informaremos hasta que el problema sea resuelto."],
    ["a denial in Russian", "Сбой", "Проблема пока не решена."],
    ["a denial in Japanese", "障害", "問題はまだ解決していません。"],
    ["a promise in Chinese", "故障", "问题尚未解决。"],
    ["an end for some", "Outage", "Some users are back to normal, others cannot log in."],
    ["an end for some, in a second clause", "Outage", "Search works, and some servers are restored."],
    ["an end for parts in German", "Ausfall", "Einige Server sind wiederhergestellt."],
    ["an end for most", "Outage", "Services were restored for most customers."],
    ["an end of a half", "Outage", "We have fixed half of the servers."],
    ["what is left", "Outage", "Search has been restored, but checkout is still down."],
    ["a polite denial in Japanese", "障害", "現在も復旧しておりません。"],
    ["work on it in Hungarian", "Hiba", "A hiba elhárításán dolgozunk."],
    ["work on the cure in Hungarian", "Hiba", "Már dolgozunk a megoldáson."],
    ["a restoration under way in Hungarian", "Hiba", "A szolgáltatás helyreállítása folyamatban van."],
    ["work on it in Greek", "Βλάβη", "Εργαζόμαστε για την επίλυση του προβλήματος."],
    ["a restoration under way in Greek", "Βλάβη", "Η αποκατάσταση βρίσκεται σε εξέλιξη."],
    ["a condition in Persian", "اختلال", "تا برطرف شدن مشکل صبر کنید."],
    ["a denial in Hungarian", "Hiba", "A hiba még nincs elhárítva."],
    ["a denial in Finnish", "Häiriö", "Vikaa ei ole vielä korjattu."],
    ["a denial in Swedish", "Driftstörning", "Felet är inte åtgärdat."],
    ["a denial in Norwegian", "Driftsforstyrrelse", "Feilen er ikke løst."],
    ["a denial in Romanian", "Incident", "Problema nu a fost rezolvată."],
    ["a denial in Croatian", "Kvar", "Kvar još nije otklonjen."],
    ["a denial in Greek", "Βλάβη", "Το πρόβλημα δεν έχει επιλυθεί."],
    ["a denial in Hebrew", "תקלה", "התקלה טרם נפתרה."],
    ["a promise in Finnish", "Häiriö", "Tiedotamme, kun vika on korjattu."],
    ["a promise in Swedish", "Driftstörning", "Vi återkommer när felet är åtgärdat."],
    ["a promise in Danish", "Driftsforstyrrelse", "Vi melder ud, når fejlen er rettet."],
    ["a promise in Romanian", "Incident", "Problema va fi rezolvată în curând."],
    ["a promise in Croatian", "Kvar", "Javit ćemo se kad kvar bude otklonjen."],
    ["a promise in Greek", "Βλάβη", "Θα ενημερώσουμε μόλις επιλυθεί."],
    ["a promise in Bulgarian", "Срив", "Ще ви уведомим, когато проблемът бъде отстранен."],
    ["a promise in Vietnamese", "Sự cố", "Chúng tôi sẽ báo khi sự cố đã được khắc phục."],
    ["a denial in Czech", "Výpadek", "Závada nebyla vyřešena."],
    ["a title that tells of its return", "Re-opened: checkout fails", "We thought that this was fixed at noon."],
    ["a return after an end", "Checkout fails", "The error that was fixed at 11:05 has come back."],
    ["a return in German", "Ausfall", "Der gestern behobene Fehler ist wieder aufgetreten."],
    ["a return in Japanese", "障害", "復旧後に再発しました。"],
    ["a relief that leaves some out", "Login", "<b>Mitigated</b> - Fewer are met, many still get timeouts."],
    [
      "the newest of times that go down",
      "Login",
      "<ul><li>10:40 UTC - Investigating it again.</li><li>10:20 UTC - Resolved.</li></ul>",
    ],
    [
      "the last of times that go up",
      "Login",
      "<p>10:20 Resolved: a restart helped.</p><p>10:40 Investigating: it fails once more.</p>",
    ],
    [
      "the first of updates of two days, whatever their hours",
      "Login",
      "<p>Nov 02, 00:10 UTC<br><b>Investigating</b> - It fails.</p><p>Nov 01, 23:40 UTC<br><b>Resolved</b> - All is well.</p>",
    ],
    ["work on the recovery in Japanese", "障害", "現在、復旧作業を行っております。"],
    ["an outlook in Japanese", "障害", "復旧の見込みは未定です。"],
    ["a part in Japanese", "障害", "一部復旧しました。"],
    ["what cannot be used in Japanese", "障害", "現在、正常にご利用いただけません。"],
    ["work on the recovery in Korean", "장애", "현재 복구 작업 중입니다."],
    ["an outlook in Korean", "장애", "복구 예정 시각은 15시입니다."],
    ["an outlook in Chinese", "故障", "正在抢修，预计两小时内恢复正常。"],
    ["a time to come in Chinese", "故障", "服务将于15:00恢复正常。"],
    ["a part in German", "Störung", "Die Störung ist teilweise behoben."],
    ["a part in Spanish", "Caída", "El problema se ha resuelto parcialmente."],
    ["a part in Russian", "Сбой", "Сервис восстановлен частично."],
    ["a promise in Italian", "Guasto", "Il guasto verrà risolto entro le 14."],
    ["a promise in Dutch", "Storing", "De storing zal worden opgelost."],
    ["a promise in Polish", "Awaria", "Awaria zostanie wkrótce usunięta."],
    ["work on it", "Errors", "Our team is working hard to get this resolved."],
    ["a hope in German", "Ausfall", "Wir hoffen, dass der Shop bald wieder erreichbar ist."],
    ["a hope in French", "Panne", "Nous mettons tout en œuvre pour un retour à la normale."],
    ["what comes back in French", "Panne", "Le retour à la normale est prévu à 14h."],
    ["some of several", "Errors", "Two of three problems are resolved."],
    ["a share", "DB outage", "We are restoring from backup; 40% restored so far."],
    ["a share after its end", "Outage", "Service has been restored for 80% of users."],
    ["a share that is about right", "Outage", "Access has been restored to about 80 % of our users."],
    ["an end for most in French", "Panne", "Le problème est résolu pour la plupart des clients."],
    ["an end for most in German", "Ausfall", "Die Störung ist behoben für die meisten Kunden."],
    ["an end for most in German, told before it", "Ausfall", "Die Störung ist für die meisten Kunden behoben."],
    ["an end for most, told before it", "Outage", "For most customers the service has been restored."],
    ["an end for most in Russian, told before it", "Сбой", "Для большинства клиентов сервис восстановлен."],
    ["an end for most in Spanish", "Caída", "El problema está resuelto para la mayoría de los clientes."],
    ["an end for most in Russian", "Сбой", "Сервис восстановлен для большинства клиентов."],
    ["work on the recovery in Russian", "Сбой", "Работы по восстановлению ведутся."],
    ["work on the cure in Russian", "Сбой", "Ведутся работы по устранению, решение проблемы продолжается."],
    ["work on the recovery in Ukrainian", "Збій", "Тривають роботи з відновлення сервісу."],
    ["what fails elsewhere", "Errors", "Resolved in us-east; eu-west is degraded."],
    ["an exception", "Outage", "All services are operational except checkout."],
    ["an exception in German", "Ausfall", "Alle Dienste bis auf die Suche sind wieder erreichbar."],
    ["a second failure in German", "Ausfall", "Der Shop ist wieder nicht erreichbar."],
    ["a second failure in Russian", "Сбой", "Сервис снова не работает."],
    ["what cannot be done", "Checkout down", "Orders cannot be completed."],
    ["a word for a price", "Checkout down", "Customers on fixed price plans cannot log in."],
    ["what breaks off", "Stream errors", "Streams ended unexpectedly for all viewers."],
    ["what is closed to its users", "Errors", "Users report that their sessions are closed unexpectedly."],
    ["what names are resolved to", "DNS trouble", "Host names are resolved to a wrong address."],
    ["names that are not resolved", "DNS trouble", "The domain cannot be resolved by many providers."],
    ["a denial of all that was well", "Outage", "The site is not back up yet."],
    ["a denial in Arabic", "عطل", "لم يتم حل المشكلة."],
    ["a promise in Thai", "ขัดข้อง", "ระบบจะกลับมาใช้งานได้ตามปกติ"],
    ["a promise in Vietnamese", "Sự cố", "Dịch vụ sẽ hoạt động bình thường trở lại."],
    ["a promise in Indonesian", "Gangguan", "Layanan akan kembali normal."],
    ["nothing but a title", "Nothing works", ""],
    ["a title with a denial", "Not resolved: login", ""],
  ])("goes on by %s", (_what, title, words) => {
    expect(isOpen(title, words)).toBe(true);
  });

  it.each([
    ["an end for everybody", "Outage", "Service has been restored for 100% of users."],
    ["an end of what met most in German", "Ausfall", "Der Fehler, der für die meisten auftrat, ist behoben."],
    ["an end in Russian", "Сбой", "Работа сервиса восстановлена."],
    ["an end in Ukrainian", "Збій", "Роботу сервісу відновлено."],
    ["a return of the service", "Outage", "The issue is fixed, and the service has returned to normal."],
    ["an end of what came back", "Outage", "This was resolved, now that the server has returned."],
    ["what keeps it from a return", "Outage", "Resolved: a new limit makes sure that it won't be down again."],
    [
      "advice for whom it fails still",
      "Outage",
      "<b>Resolved</b> - Whoever is among those who still see errors may log in anew.",
    ],
    [
      "the last of times that go up",
      "Login",
      "<ul><li>10:20 UTC - Investigating it.</li><li>10:31 UTC - Identified.</li><li>10:40 UTC - Resolved.</li></ul>",
    ],
    [
      "the last of times beside it in a table",
      "Login",
      "<table><tr><td>9:50 AM</td><td>Investigating</td></tr><tr><td>12:10 PM</td><td>Resolved</td></tr></table>",
    ],
    [
      "the last of dates that go up",
      "Login",
      "2026-11-01 23:50 Investigating - It fails.<br>2026-11-02 00:20 Resolved - It works.",
    ],
    [
      "the last label of times that go up",
      "Login",
      "<p>10:20 <b>Investigating</b> - It fails.</p><p>10:40 <b>Resolved</b> - It works.</p>",
    ],
    [
      "the newest of times that go down",
      "Login",
      "<p>10:40 <b>Resolved</b> - It works.</p><p>10:20 <b>Investigating</b> - It fails.</p>",
    ],
    ["a story that names hours", "Login", "Resolved. From 10:20 to 10:40 we were looking into it."],
    ["its newest label", "Outage", "<b>Resolved</b> - All is well.<br><b>Investigating</b> - We look into it."],
    ["a label with a prefix", "Outage", "<b>Status: Resolved</b><br>All is well. <b>Affected components</b> API"],
    ["a label in capitals", "Outage", "<strong>RESOLVED</strong> - The cause is gone."],
    ["a sentence", "Outage", "The issue where some could not log in has been resolved."],
    ["a sentence after a condition of its own", "Outage", "After a restart, everything is back to normal."],
    ["its title", "[Resolved] Outage", "We have restarted it."],
    ["the end of its title", "Outage - resolved", "Some could not log in."],
    ["a German label", "Ausfall", "<b>Behoben</b> - Die Ursache ist gefunden."],
    ["a French label", "Panne", "<strong>Résolu</strong> - Tout est rentré dans l'ordre."],
    ["a Spanish sentence", "Caída", "El problema ha sido resuelto."],
    ["a Portuguese sentence", "Falha", "O problema foi resolvido."],
    ["a Russian sentence", "Сбой", "Проблема решена."],
    ["a Japanese sentence", "障害", "問題は解決しました。"],
    ["a Chinese label", "故障", "<b>已解决</b> - 服务正常。"],
    ["a Korean sentence", "장애", "문제가 해결되었습니다."],
    ["a sentence that names whom it met", "Outage", "This incident met some users and has been resolved."],
    ["a sentence about what met some", "Outage", "The issue affecting some customers has been resolved."],
    ["a sentence about a part", "Outage", "An outage of several services was fixed."],
    ["a German sentence about what met some", "Ausfall", "Die Störung für einige Kunden wurde behoben."],
    ["a French sentence about what met some", "Panne", "Le problème qui touchait certains clients est résolu."],
    ["a sentence with advice", "Outage", "This is fixed; if you still cannot log in, clear your cache."],
    [
      "a sentence with advice for whom it fails",
      "Outage",
      "It is fixed, and if you are still unable to log in, write to us.",
    ],
    ["a sentence with a but", "Outage", "It has been resolved, but we keep an eye on it."],
    ["a Finnish label", "Häiriö", "<b>Korjattu</b> - Vika on korjattu."],
    ["a Swedish label", "Driftstörning", "<b>Åtgärdad</b> - Felet är borta."],
    ["a Norwegian label", "Driftsforstyrrelse", "<b>Løst</b> - Feilen er borte."],
    ["a Hungarian label", "Hiba", "<b>Megoldva</b> - A hiba elhárítva."],
    ["a Hungarian sentence", "Hiba", "A szolgáltatás helyreállt."],
    ["a Greek sentence", "Βλάβη", "Το πρόβλημα έχει επιλυθεί."],
    ["a Greek word in capitals", "Βλάβη", "ΕΠΙΛΥΘΗΚΕ"],
    ["a Persian sentence", "اختلال", "مشکل برطرف شد."],
    ["a Hebrew sentence", "תקלה", "התקלה נפתרה."],
    ["a Dutch word for now, which denies in Romanian", "Storing", "Het probleem is nu opgelost."],
    ["a Romanian label", "Incident", "<b>Rezolvat</b> - Totul funcționează."],
    ["a Greek label", "Βλάβη", "<b>Επιλύθηκε</b> - Όλα λειτουργούν."],
    ["a Croatian label", "Kvar", "<b>Riješeno</b> - Kvar je otklonjen."],
    ["a Vietnamese sentence", "Sự cố", "Sự cố đã được khắc phục."],
    ["a Thai sentence", "ขัดข้อง", "แก้ไขเรียบร้อยแล้ว"],
    ["what works again", "Website outage", "We found the cause and everything works again."],
    ["what is up", "Login errors", "The login service is back up."],
    ["a word for all", "Website outage", "Update 12:00: All good now, sorry for the trouble."],
    ["what nobody sees any more", "Errors", "Customers are no longer seeing errors."],
    ["what is stable", "Errors", "The platform has been stable for two hours."],
    ["an alarm that was none", "Website down", "This was a false alarm."],
    ["a sign", "✅ Website down", ""],
    ["a short title", "Issue resolved", ""],
    ["a verb", "Login", "We have fixed the login."],
    ["an end of the work on it", "Login", "The work on the database is completed."],
    ["a time after it", "Login", "The issue was fixed at 14:00, so pages load."],
    ["what works again in German", "Störung", "Der Shop ist wieder erreichbar."],
    ["what runs again in German", "Störung", "Alles läuft wieder."],
    ["what could be done in German", "Störung", "Der Fehler konnte behoben werden."],
    ["a closed French one", "Panne", "L'incident est clos."],
    ["the usual in French", "Panne", "Retour à la normale depuis 10h."],
    ["what works again in French", "Panne", "Le service est de nouveau disponible."],
    ["what works again in Spanish", "Caída", "El servicio vuelve a funcionar con normalidad."],
    ["a Spanish one for whom it met", "Caída", "El problema para los usuarios ha sido resuelto."],
    ["the usual in Portuguese", "Queda", "O serviço voltou ao normal."],
    ["what works again in Italian", "Guasto", "Il servizio è tornato operativo."],
    ["what works again in Dutch", "Storing", "De site is weer bereikbaar."],
    ["what works again in Polish", "Awaria", "Usługa działa już poprawnie."],
    ["what is removed in Polish", "Awaria", "Awaria została usunięta."],
    ["what works again in Czech", "Výpadek", "Služba je opět v provozu."],
    ["what works again in Russian", "Сбой", "Сервис снова работает в штатном режиме."],
    ["what works again in Ukrainian", "Збій", "Сервіс знову працює."],
    ["what works again in Croatian", "Kvar", "Usluga ponovno radi."],
    ["what works again in Romanian", "Incident", "Serviciul este din nou disponibil."],
    ["what works again in Hungarian", "Hiba", "A szolgáltatás újra elérhető."],
    ["what works again in Swedish", "Störning", "Tjänsten fungerar igen."],
    ["what works again in Danish", "Fejl", "Tjenesten virker igen."],
    ["what works again in Norwegian", "Feil", "Tjenesten er oppe igjen."],
    ["what works again in Finnish", "Häiriö", "Palvelu toimii taas."],
    ["what works again in Greek", "Βλάβη", "Η υπηρεσία λειτουργεί κανονικά."],
    ["what works again in Bulgarian", "Срив", "Услугата отново работи."],
    ["the usual in Turkish", "Kesinti", "Hizmet normale döndü."],
    ["what works again in Japanese", "障害", "現在は正常にご利用いただけます。"],
    ["a polite end in Japanese", "障害", "障害は復旧いたしました。"],
    ["a Japanese title", "【復旧】ログイン障害", ""],
    ["what works again in Korean", "장애", "현재 정상적으로 이용 가능합니다."],
    ["what works again in Chinese", "故障", "目前可以正常访问。"],
    ["the usual in Indonesian", "Gangguan", "Layanan sudah kembali normal."],
    ["the usual in Vietnamese", "Sự cố", "Hoạt động trở lại bình thường."],
    ["what works again in Thai", "ขัดข้อง", "ระบบกลับมาใช้งานได้ตามปกติแล้ว"],
    ["what works again in Arabic", "عطل", "تم إصلاح العطل وعادت الخدمة."],
    ["what works again in Persian", "اختلال", "سرویس دوباره در دسترس است."],
    ["what works again in Hebrew", "תקלה", "השירות חזר לפעול."],
    ["what is dealt with in Hebrew", "תקלה", "התקלה טופלה."],
    ["a Hindi sentence", "समस्या", "समस्या का समाधान हो गया है।"],
  ])("is over by %s", (_what, title, words) => {
    expect(isOpen(title, words)).toBe(false);
  });

  it("is over by a category beside it", () => {
    expect(read(`<item><title>Outage</title><category>Resolved</category>${DATE}</item>`)?.notices).toEqual([]);
  });

  it("is read from the start of a text that is longer than anybody reads", () => {
    const words = `&lt;b&gt;Resolved&lt;/b&gt; - ${"It was long. ".repeat(600)}`;
    expect(read(`<item><title>Outage</title>${DATE}<description>${words}</description></item>`)?.notices).toEqual([]);
  });

  it.each([
    ["by a word that it goes on", "Login", "<b>Investigating</b> - We look into it.", "degraded"],
    ["by what fails", "Login", "Customers cannot log in.", "degraded"],
    ["by its title where that is all", "Login errors", "", "degraded"],
    ["by nothing", "Login", "Neues gibt es um 14 Uhr.", "unknown"],
    ["by nothing but a title beside a text", "Störung", "Neues gibt es um 14 Uhr.", "unknown"],
    ["by a word that is no verb of it", "Login", "Users on fixed contracts get a mail.", "unknown"],
  ])("is known to go on %s", (_what, title, words, impact) => {
    expect(
      read(`<item><title>${title}</title><description>${escaped(words)}</description>${DATE}</item>`)?.notices,
    ).toMatchObject([{ impact }]);
  });

  it("is planned work in any language, of which a feed does not tell whether it is under way", () => {
    for (const title of ["Scheduled maintenance", "Geplante Wartung", "Mantenimiento programado", "Плановые работы"]) {
      expect(read(item(title, DATE))?.notices).toMatchObject([{ impact: "unknown" }]);
    }
  });
});

describe("the old incidents of a feed", () => {
  const labelled = (title: string, labels: readonly string[], date: string) =>
    `<item><title>${title}</title><link>https://status.shop.example/${title}</link><description><![CDATA[${labels
      .map((label) => `<p><strong>${label}</strong> - xyz</p>`)
      .join("")}]]></description><pubDate>${date}</pubDate></item>`;
  const today = "Mon, 02 Nov 2026 11:00:00 GMT";
  const long = ["Mon, 05 Oct 2026 11:00:00 GMT", "Sun, 04 Oct 2026 11:00:00 GMT", "Sat, 03 Oct 2026 11:00:00 GMT"];
  const titles = (channel: string) =>
    (read(channel)?.notices ?? []).filter(({ startedAt }) => startedAt === Date.parse(today)).map(({ title }) => title);

  it("teach how its incidents end, in whatever language", () => {
    const past = long.map((date, index) => labelled(`old${index}`, ["Konec", "Zjišťujeme"], date)).join("");
    expect(titles(labelled("a", ["Konec", "Zjišťujeme"], today) + labelled("b", ["Zjišťujeme"], today) + past)).toEqual(
      ["b"],
    );
  });

  it("teach at which end of an item the newest update stands", () => {
    const past = long.map((date, index) => labelled(`old${index}`, ["Investigating", "Resolved"], date)).join("");
    const now =
      labelled("a", ["Investigating", "Resolved"], today) + labelled("b", ["Resolved", "Investigating"], today);
    expect(titles(now + past)).toEqual(["b"]);
  });

  it("teach nothing while there is only one", () => {
    expect(titles(labelled("a", ["Konec"], today) + labelled("old", ["Konec"], long[0] ?? ""))).toEqual(["a"]);
  });
});

describe("several items about one incident", () => {
  const update = (title: string, minute: number, link = "https://status.shop.example/i/1") =>
    `<item><title>${title}</title><link>${link}#${minute}</link><pubDate>Mon, 02 Nov 2026 11:${minute}:00 GMT</pubDate></item>`;

  it("are one, of which the newest decides", () => {
    expect(read(update("Resolved: login", 40) + update("Investigating: login", 20))?.notices).toEqual([]);
    expect(read(update("Investigating: login", 40) + update("Resolved: login", 20))?.notices).toHaveLength(1);
  });

  it("are several where all lead to one page", () => {
    expect(read(update("Resolved: search", 40) + update("Investigating: login", 20))?.notices).toHaveLength(1);
  });

  it("are known by their title where they lead nowhere", () => {
    const bare = (title: string, minute: number) => update(title, minute).replace(/<link>.*<\/link>/, "");
    expect(read(bare("Resolved: login", 40) + bare("Investigating: login", 20))?.notices).toEqual([]);
    expect(read(bare("Resolved: search", 40) + bare("Investigating: login", 20))?.notices).toHaveLength(1);
  });
});
