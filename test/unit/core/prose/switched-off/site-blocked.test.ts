import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { saysSiteBlocked } from "../../../../../src/core/prose/switched-off/site-blocked.ts";

const says = (heading: string, text = ""): boolean => saysSiteBlocked(proseOf(`<h1>${heading}</h1><p>${text}</p>`));

describe("a site that was blocked itself", () => {
  it.each([
    ["Site blocked", "We had to block this site because it spread malware. Owner: read our mail."],
    ["This shop has been blocked by its host", ""],
    ["Website locked", "Its owner can open it again in the control panel."],
    ["Sorry", "This page was blocked by the hosting company."],
    ["Site blocked", "This account has been suspended."],
    ["This website is currently blocked", "Only the owner can lift that."],
    ["Site blocked", "If you are the owner of this site, write to our support."],
    ["Сайт заблокирован хостинг-провайдером", "Если вы владелец сайта, обратитесь в службу поддержки."],
    ["Сайт заблоковано", "Якщо ви власник, зверніться до підтримки."],
    ["Diese Website ist gesperrt", "Der Hoster hat sie gesperrt."],
    ["Website gesperrt", "Wenn Sie der Inhaber sind, melden Sie sich bei uns."],
    ["Ce site a été bloqué par son hébergeur", ""],
    ["Sitio bloqueado", "Si usted es el propietario, póngase en contacto con nosotros."],
    ["Site bloqueado pelo provedor de hospedagem", ""],
    ["Sito bloccato", "Se sei il proprietario, contatta l'assistenza."],
    ["Deze website is geblokkeerd", "Als u de eigenaar bent, neem contact op."],
    ["Strona zablokowana", "Jeśli jesteś właścicielem, skontaktuj się z nami."],
    ["Web byl zablokován", "Pokud jste majitel, kontaktujte podporu."],
    ["A honlap letiltva", "A tárhelyszolgáltató letiltotta."],
    ["Bu site engellenmiştir", "Hosting firması tarafından engellendi."],
    ["Situs ini diblokir", "Jika Anda pemilik, hubungi kami."],
    ["网站已被封禁", "如果您是网站站长，请联系我们。"],
    ["サイトがロックされています", "サイト管理者の方はお問い合わせください。"],
    ["사이트가 차단되었습니다", "호스팅 업체에 문의하시기 바랍니다."],
    ["허용접속량을 초과하였습니다", "허용접속량 초과로 인해 일시적으로 접속이 차단되었습니다."],
  ])("is told of to its owner, or by its host: %s %s", (heading, text) => {
    expect(says(heading, text)).toBe(true);
  });

  it.each([
    ["Site blocked", ""],
    ["This site is blocked", "Your administrator does not allow it."],
    ["Website blocked", "Your IP address was blocked. The owner can be reached by mail."],
    ["Access denied", "If you are the owner, log in."],
    ["You have been blocked", "Write to the site owner to let them know that you were blocked."],
    ["Sorry", "Its owner can open it again."],
    ["Сайт заблокирован", "Доступ ограничен по решению суда. Если вы владелец сайта, обратитесь в Роскомнадзор."],
    ["Site blocked", "It is in the category of games. If you are the site owner, ask for a review."],
    ["Сайт заблокирован", ""],
    ["Access denied", "Your traffic is over the limit, and your address was blocked."],
    ["The thread is blocked", "Its owner is another thread."],
  ])("is not what refuses a reader, or a filter of theirs: %s %s", (heading, text) => {
    expect(says(heading, text)).toBe(false);
  });
});
