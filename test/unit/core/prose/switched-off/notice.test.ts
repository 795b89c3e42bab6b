import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { saysSwitchedOff } from "../../../../../src/core/prose/switched-off/notice.ts";
import { holds } from "../../../../property.ts";

const says = (html: string): boolean => saysSwitchedOff(proseOf(html));

const page = (heading: string, text = ""): string =>
  `<!DOCTYPE html><html><head><title>${heading}</title><style>h1{}</style></head><body><h1>${heading}</h1><p>${text}</p></body></html>`;

describe("a page that says that the site was switched off", () => {
  it.each([
    ["Service Suspended", "This service has been suspended by its owner."],
    ["Service Suspended", ""],
    ["Account Suspended", "This Account has been suspended. Contact your hosting provider for more information."],
    ["503", "This deployment is temporarily paused"],
    ["Site not available", "This site was paused as it reached its usage limits. Please contact the site owner."],
    ["Over Quota", "This application is temporarily over its serving quota. Please try again later."],
    [
      "509 Bandwidth Limit Exceeded",
      "The server is temporarily unable to service requests due to the site owner reaching his/her bandwidth limit.",
    ],
    ["Paused", "This Space is paused by its author."],
    ["Stopped", "This application has been stopped by its owner."],
    ["Stopped", "This site has been shut down."],
    ["Stopped", "This web app is stopped."],
    ["Zzz", "This app is currently sleeping."],
    ["Oops", "The project shop has used up its free hours for this month."],
    ["Oops", "shop.example has been disabled."],
    ["Oops", "This website has been temporarily deactivated by the owner"],
    ["Trial expired", ""],
    ["Zzz", "This app has gone to sleep due to inactivity."],
    ["Closed", "This forum has been permanently closed."],
    ["Closed", "This blog is closed for good."],
    ["Seized", "This domain has been seized."],
    ["Error", "The domain registration has expired."],
    ["Error", "The site for shop.example is disabled."],
    ["안내", "호스팅 기간이 만료되었습니다."],
    ["Hiba", "A tárhelyszolgáltatás fel lett függesztve."],
    ["खाता निलंबित", "यह खाता निलंबित कर दिया गया है।"],
    ["ত্রুটি", "এই ওয়েবসাইটটি স্থগিত করা হয়েছে।"],
    ["Domain expired", ""],
    ["Quota exceeded", "The monthly quota of this site has been exhausted."],
    ["Payment Required", ""],
    ["Fehler", "Diese Website wurde vom Betreiber deaktiviert."],
    ["Fehler", "Das Traffic-Kontingent dieser Pr&auml;senz ist aufgebraucht."],
    ["Erreur", "Ce site a été suspendu."],
    ["Erreur", "Le quota de bande passante est d&eacute;pass&eacute;."],
    ["Error", "Este sitio ha sido suspendido"],
    ["Error", "Este sitio se encuentra suspendido"],
    ["Erro", "Esta conta está suspensa"],
    ["Errore", "Il sito è stato sospeso"],
    ["Fout", "Deze website is opgeschort"],
    ["Błąd", "Strona została zawieszona"],
    ["Chyba", "Provoz webu byl pozastaven"],
    ["Ошибка", "Сайт приостановлен за неуплату"],
    ["Помилка", "Роботу сайту призупинено"],
    ["Hata", "Bu hesap askıya alınmıştır"],
    ["Galat", "Situs ini telah ditangguhkan"],
    ["Lỗi", "Website này đã bị tạm ngưng"],
    ["خطأ", "تم تعليق هذا الموقع"],
    ["错误", "该网站因欠费已停用"],
    ["错误", "本月流量已用完"],
    ["エラー", "このアカウントは凍結されています"],
    ["エラー", "転送量の上限を超過しました"],
    ["오류", "일일 트래픽 초과로 차단되었습니다"],
    ["Sorry", "The owner has closed this store."],
    ["Aviso", "O plano de hospedagem deste site expirou."],
    ["Offline", "This website has been taken offline by its owner."],
    ["Suspended", "Hosting for this domain has been suspended due to non-payment."],
    ["Limit", "This app has used all of its free hours for the month."],
    ["提示", "本站已关闭"],
    ["Trial", "The trial period of this site has ended."],
    ["503", "This domain name expired on 2026-10-30 and is pending renewal."],
    ["Information", "The board has been disabled by its administrator."],
    ["Ошибка", "Аккаунт хостинга заблокирован."],
    ["エラー", "このサイトはサーバーのご利用期限が切れたため、表示できません"],
    ["提示", "该站点已经被管理员停止运行"],
    ["خطا", "این سایت به دلیل اتمام سرویس میزبانی مسدود شده است"],
    ["Fel", "Webbplatsen är avstängd"],
    ["Fejl", "Dette webhotel er suspenderet"],
    ["Virhe", "Tämän sivuston webhotelli on suljettu maksamattoman laskun vuoksi"],
    ["Hiba", "Ez a tárhely felfüggesztésre került"],
    ["Eroare", "Acest cont de găzduire a fost suspendat"],
    ["Σφάλμα", "Ο λογαριασμός φιλοξενίας έχει ανασταλεί"],
    ["שגיאה", "האתר הושעה על ידי חברת האחסון"],
    ["ผิดพลาด", "เว็บไซต์นี้ถูกระงับการใช้งาน"],
    ["Грешка", "Този хостинг акаунт е спрян"],
    ["Greška", "Hosting račun je suspendiran"],
    ["Ralat", "Akaun hosting laman ini telah digantung"],
  ])("%s: %s", (heading, text) => {
    expect(says(page(heading, text))).toBe(true);
    expect(says(`${heading}\n\n${text}\n`)).toBe(true);
  });

  it.each([
    ["Project paused", "Its owner can restore it in the dashboard."],
    ["Site suspended", "Its share of this month is gone. Upgrade your plan to bring it back."],
    ["Account suspended", "Please update the payment details."],
  ])("says so whatever its owner can do about it: %s: %s", (heading, text) => {
    expect(says(page(heading, text))).toBe(true);
  });

  it("says so in a sentence that runs over lines and marks", () => {
    expect(says("<p>This <b>service</b>\n   has&nbsp;been <em>suspended</em>\n by its owner.</p>")).toBe(true);
  });
});

describe("a page that says something else", () => {
  it.each([
    ["a part whose name begins with it", "The domain controller is inactive."],
    ["a part of a site", "The site search is disabled."],
    ["a copy of a site", "The site backup was paused."],
    ["an account of its reader's in Hindi", "आपका खाता निलंबित है।"],
    ["a shop that closes by night", "The shop is closed."],
    ["planned work in Italian", "Il servizio è sospeso per manutenzione programmata."],
    ["503 Service Unavailable", "The server is temporarily unable to service your request."],
    ["Maintenance", "This site is temporarily disabled for maintenance."],
    ["Wartung", "Die Website wurde wegen Wartung deaktiviert."],
    ["Busy", "This service has been suspended due to high load."],
    ["Service suspended", "We are updating it for you."],
    ["Site suspended", "Our team is restoring it."],
    ["Site disabled", "The files are being updated by their owner."],
    ["Busy", "Orders are paused because of high demand. This service is suspended."],
    ["Too many requests", "You have exceeded your request quota."],
    ["Limited", "Rate limit exceeded"],
    [
      "Resource Limit Is Reached",
      "The website is temporarily unable to service your request as it exceeded resource limit.",
    ],
    ["Error", "Memory limit exceeded"],
    ["Error", "Too many connections"],
    ["Blocked", "Your account has been suspended."],
    ["Blocked", "Your access to this site has been limited by the site owner"],
    ["Error", "Your session has expired."],
    ["Error", "JavaScript is disabled in this browser. This page needs it."],
    ["Error", "The server stopped responding."],
    ["Error", "The server has stopped unexpectedly."],
    ["Error", "The application was terminated after a crash."],
    ["Ошибка", "Напишите нам, если сайт приостановлен."],
    ["Error", "If this account has been suspended, contact the support."],
    ["Error", "The site may be paused or overloaded."],
    ["Error", "This took over 2 hours."],
    ["Error", "Is this account suspended?"],
    ["Error", "The service has not been suspended."],
    ["500", "An exception has stopped the program."],
    ["Fehler", "Wenn Ihr Konto gesperrt wurde, melden Sie sich."],
    ["Ошибка", "Превышен лимит запросов"],
    ["エラー", "サービスは停止しています。メンテナンス中です。"],
    ["错误", "网站维护，服务暂停"],
    ["Error", "The owner of the site has been told."],
    ["Error", "This site has been taken offline by a fault."],
    ["Error", "This service was suspended due to an attack."],
    ["错误", "网站已关闭连接"],
    ["Error", "Tu cuenta ha sido suspendida."],
    ["Erro", "Sua conta está suspensa."],
    ["Fel", "Ditt konto är avstängt."],
    ["Ошибка", "Ваш аккаунт приостановлен."],
    ["错误", "您的账号已停用"],
    ["エラー", "お客様のアカウントは凍結されています"],
    ["Hata", "Hesabınız askıya alındı."],
    ["Erro", "O tempo limite do site expirou."],
    ["Error", "The session token expired on 2026-10-30."],
    ["Fel", "Webbplatsen är nere på grund av ett fel"],
    ["Virhe", "Sivusto ei vastaa"],
    ["Ошибка", "Аккаунт не найден"],
    ["Грешка", "Сайтът не отговаря"],
    ["エラー", "サーバーの応答期限を超えました"],
    ["Eroare", "Situl nu răspunde"],
    ["Error", "The payment provider has suspended the service"],
    ["Error", "Our hosting provider has shut down the server because of a fire"],
    ["Error", "The remote host has terminated the application"],
    ["Hiba", "Kártyás fizetés felfüggesztve a weboldalon"],
    ["Greška", "Plaćanje na stranici je obustavljeno"],
    ["ผิดพลาด", "การชำระเงินบนเว็บไซต์ถูกระงับ"],
    ["خطا", "پرداخت در سایت معلق است"],
    ["提示", "网站支付功能已暂停"],
    ["Hiba", "A weboldal betöltése közben lejárt az időkorlát"],
    ["Hiba", "A munkamenet lejárt, jelentkezzen be a fiókjába"],
    ["Hiba", "Fiókja felfüggesztésre került"],
    ["Hiba", "Próbálja meg a VPN kikapcsolását, majd töltse újra a weboldalt"],
    ["Eroare", "Cererea către site a expirat"],
    ["Eroare", "Sesiunea a expirat, contactați administratorul"],
    ["Eroare", "Timpul de așteptare a expirat, încercați să continuați"],
    ["Eroare", "Contul dvs. este suspendat."],
    ["Σφάλμα", "Απενεργοποιήστε το VPN για να δείτε την ιστοσελίδα"],
    ["Грешка", "Срокът за отговор на сайта е изтекъл"],
    ["Greška", "Vreme za učitavanje stranice je isteklo"],
    ["Greška", "Vaš nalog je suspendovan"],
    ["خطا", "برای استفاده از سایت فیلترشکن را غیرفعال کنید"],
    ["خطا", "حساب شما معلق شده است"],
    ["ผิดพลาด", "เซสชันของเว็บไซต์หมดอายุ"],
    ["שגיאה", "פג תוקף ההפעלה של האתר"],
    ["Ralat", "Akaun anda telah digantung"],
    ["错误", "与网站的连接已关闭"],
    ["错误", "网站程序已停止运行"],
    ["エラー", "このサイトのセッションの有効期限が切れました"],
    ["Error", "El certificado del dominio venció"],
    ["Error", "El tiempo de espera del hosting expiró"],
    ["Erro", "Sua sessão no plano expirou"],
    ["Virhe", "Tilisi on suljettu"],
    ["Feil", "Kontoen din er stengt av administrator"],
    ["News", "The school board has cancelled classes today"],
    ["News", "The trial of the former minister has ended"],
    ["Error", "The site was taken offline by our hosting provider's outage"],
    ["Error", "The project is locked by another user"],
    ["Error", "The certificate of this site has expired"],
  ])("%s: %s", (heading, text) => {
    expect(says(page(heading, text))).toBe(false);
  });

  it("says it in a menu, a link or a script", () => {
    const body = "<h1>503</h1><nav>Account suspended</nav><a>Service suspended</a><script>'Site paused'</script>";
    expect(says(body)).toBe(false);
  });

  it("says it among much else", () => {
    const news = "<p>Somewhere a thing was said about this and that.</p>".repeat(60);
    expect(says(`${news}<p>This service has been suspended.</p>`)).toBe(false);
  });
});

describe("any page", () => {
  it("is read without a throw", () => {
    holds([fc.string()], (text) => {
      expect(typeof says(`<h1>${text}</h1>`)).toBe("boolean");
    });
  });
});
