import { describe, expect, it } from "vitest";
import { announcesMaintenance } from "../../../../../src/core/prose/maintenance/notice.ts";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { asksForProof, refusesVisitor } from "../../../../../src/core/prose/refusal/notice.ts";
import { saysSwitchedOff } from "../../../../../src/core/prose/switched-off/notice.ts";
import { reportsLoad } from "../../../../../src/core/prose/trouble/load-notice.ts";

const prose = (text: string) => proseOf(`<h1>503</h1><p>${text}</p>`);

describe("a refusal", () => {
  it.each([
    "Don't worry, your IP address is not blocked. The server is down.",
    "Your access has not been restricted.",
    "Your IP is no longer banned.",
    "Ihre IP-Adresse ist nicht gesperrt.",
    "Votre adresse IP n'est pas bloquée.",
    "Votre accès n'a pas été limité.",
    "Su IP no ha sido bloqueada.",
    "Seu acesso não foi bloqueado.",
    "Il tuo indirizzo IP non è stato bloccato.",
    "Uw IP-adres is niet geblokkeerd.",
    "Din IP-adress är inte blockerad.",
    "Twój adres IP nie został zablokowany.",
    "Ваш IP-адрес не заблокирован.",
    "Вашу IP-адресу не заблоковано.",
    "IP adresiniz engellenmedi.",
    "IP adresiniz engellenmemiştir.",
    "Địa chỉ IP của bạn không bị chặn.",
    "Akses Anda tidak dibatasi.",
    "Az Ön IP-címe nem letiltott.",
    "お客様のアクセスが制限されているわけではありません。",
    "お客様のアクセスは制限されていません。",
    "您的IP没有被封禁。",
    "고객님의 접속이 차단된 것은 아닙니다.",
    "El acceso a este sitio no está bloqueado.",
  ])("is none where it is said not to be so: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });

  it.each([
    "You are not allowed to see this page.",
    "Tu país no tiene permitido el acceso a esta tienda.",
    "Strona nie jest dostępna w twoim kraju.",
    "Dieser Inhalt ist in Ihrem Land nicht verfügbar.",
    "Ce contenu n'est pas disponible dans votre pays.",
    "Your IP is not only blocked, it was reported.",
    "Your IP is not blocked for reading, but you have been banned from posting.",
    "Do not reload, your IP has been blocked.",
    "海外からのアクセスは許可されていません。",
    "Visitors from outside Europe are blocked",
    "Traffic from outside Germany is blocked",
    "Access from outside Russia is prohibited",
    "Users from outside Japan are not allowed to access this site",
    "Ihre IP außerhalb Deutschlands wurde gesperrt",
    "Ваш IP находится вне России и заблокирован",
    "Ваш запрос без user-agent заблокирован",
    "Tu acceso sin VPN está bloqueado",
    "Seu acesso sem autorização foi bloqueado",
    "Your request without user-agent was blocked",
  ])("is one where what is denied is leave, or something else: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(true);
  });
});

describe("a word that denies in one language alone", () => {
  it.each([
    "Uw IP-adres is nu tijdelijk geblokkeerd",
    "U bent nu geblokkeerd",
    "Uw IP-adres is pas geblokkeerd",
    "Din ip-adress är nu blockerad",
    "Du er nu blokeret",
    "Seu IP está no momento bloqueado",
    "Votre IP est de plus bloquée",
    "Din IP-adresse er fra mai blokkert",
  ])("denies no refusal in another: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(true);
  });

  it.each([
    "De website is nu in onderhoud",
    "Sidan är nu under underhåll",
    "Vi er nu under vedligeholdelse",
    "I dag 8. mai planlagt vedlikehold pågår",
    "Butikken gjennomfører sin planlagte vedlikehold nå, for øyeblikket stengt",
    "O site está no momento em manutenção",
    "Servicio no disponible por mantenimiento",
    "Sitio no disponible por mantenimiento",
    "El sitio no está disponible por mantenimiento",
  ])("denies no maintenance in another: %s", (text) => {
    expect(announcesMaintenance(prose(text))).toBe(true);
  });

  it.each(["De site is nu overbelast", "O servidor está no momento sobrecarregado"])(
    "denies no rush in another: %s",
    (text) => {
      expect(reportsLoad(prose(text))).toBe(true);
    },
  );

  it("denies no end of a site in another", () => {
    expect(saysSwitchedOff(prose("O site está no momento suspenso"))).toBe(true);
  });

  it.each([
    "Adresa dvs nu este blocată, IP-ul nu a fost blocat",
    "Votre IP n'est plus bloquée.",
    "Votre accès n'est actuellement pas bloqué.",
    "Il tuo indirizzo IP non è mai stato bloccato.",
    "Su IP no se ha bloqueado.",
    "Vaš naslov ni bil blokiran",
    "La vostra IP no ha estat bloquejada",
    "There were no blocked requests from your address.",
  ])("denies in its own: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });
});

describe("a test of the reader", () => {
  it.each([
    "You do not need to prove that you are human. Our server is down.",
    "There is no need to solve the captcha.",
    "Sie müssen nicht bestätigen, dass Sie ein Mensch sind.",
    "Vous n'avez pas besoin de résoudre le captcha.",
    "No es necesario que resuelva el captcha; no hace falta: resuelva el captcha",
    "Не нужно вводить: введите капчу",
    "无需完成安全验证",
  ])("is none where nobody asks for it: %s", (text) => {
    expect(asksForProof(prose(text))).toBe(false);
  });

  it.each([
    "We could not verify that you are human",
    "Please confirm that you are not a robot",
    "Bạn không phải là robot",
  ])("is one where it failed, or asks what one is not: %s", (text) => {
    expect(asksForProof(prose(text))).toBe(true);
  });
});

describe("a site that is switched off", () => {
  it.each([
    "Diese Seite wurde nicht gesperrt. Der Server ist ausgefallen.",
    "Ce site n'est pas suspendu.",
    "Este sitio no ha sido suspendido.",
    "Este site não foi suspenso.",
    "Il sito non è stato sospeso.",
    "Сайт не отключён.",
    "Strona nie została zawieszona.",
    "This site is not suspended.",
    "This account was never suspended.",
    "Site durdurulmadı.",
    "网站没有停用。",
  ])("is none where it is said not to be so: %s", (text) => {
    expect(saysSwitchedOff(prose(text))).toBe(false);
  });

  it.each(["This site is not active", "Ce site est suspendu.", "Сайт отключён.", "Site askıya alındı."])(
    "is one where it is so: %s",
    (text) => {
      expect(saysSwitchedOff(prose(text))).toBe(true);
    },
  );
});

describe("a rush and work on the site", () => {
  it.each([
    "Our server is not overloaded",
    "Der Server ist nicht überlastet",
    "El servidor no está sobrecargado",
    "サーバーは混雑していません",
  ])("is no rush where it is denied: %s", (text) => {
    expect(reportsLoad(prose(text))).toBe(false);
  });

  it.each([
    "We are not under maintenance",
    "No hay mantenimiento en curso, no está en mantenimiento",
    "Es finden keine Wartungsarbeiten statt",
    "There is currently no scheduled server maintenance",
    "No hay trabajos de mantenimiento en curso",
    "Il n'y a pas de maintenance en cours",
    "Site-ul nu este în întreținere",
  ])("is no maintenance where it is denied: %s", (text) => {
    expect(announcesMaintenance(prose(text))).toBe(false);
  });

  it.each([
    "Нет доступа из-за технических работ",
    "Geen toegang wegens onderhoud",
    "Kein Zugriff wegen Wartungsarbeiten",
    "Currently no orders during maintenance",
  ])("is maintenance where it is why something else is not: %s", (text) => {
    expect(announcesMaintenance(prose(text))).toBe(true);
  });
});
