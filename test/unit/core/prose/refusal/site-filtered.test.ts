import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { refusesVisitor } from "../../../../../src/core/prose/refusal/notice.ts";

const refuses = (text: string): boolean => refusesVisitor(proseOf(`<h1>${text}</h1>`));

describe("a block of the site on its way to the reader", () => {
  it.each([
    "Your requested URL has been blocked as per the directions received from Department of Telecommunications",
    "This domain has been blocked because it was identified as malicious by your Internet provider",
    "Website blocked by order of the court",
    'Based on your organization\'s access policies, access to this web site (http://shop.example/a/long/address/that/goes/on/and/on/for/more/than/sixty/letters) has been blocked because the web category "Games" is not allowed.',
    "Der Zugriff auf diese Webseite wurde gesperrt",
    "Diese Webseite ist aus urheberrechtlichen Gründen nicht verfügbar",
    "L'accès à ce site a été bloqué par décision de justice",
    "El acceso a esta web ha sido bloqueado",
    "Contenido bloqueado por requerimiento de la Autoridad Competente",
    "O acesso a este site foi bloqueado por ordem judicial",
    "Site bloqueado",
    "Accesso al sito inibito per disposizione dell'autorità giudiziaria",
    "De toegang tot deze website is geblokkeerd",
    "Adgangen til denne hjemmeside er blokeret",
    "Tilgangen til dette nettstedet er blokkert",
    "Åtkomsten till denna webbplats har blockerats",
    "Pääsy tälle sivustolle on estetty",
    "Dostęp do tej strony został zablokowany",
    "Přístup na tuto stránku byl zablokován Ministerstvem financí",
    "A hozzáférés ehhez az oldalhoz hatósági határozat alapján tiltott",
    "Accesul la acest site a fost blocat conform deciziei ONJN",
    "Η πρόσβαση στην ιστοσελίδα έχει αποκλειστεί με απόφαση της ΕΕΕΠ",
    "Доступ к запрашиваемому интернет-ресурсу заблокирован",
    "Данный ресурс заблокирован по решению суда",
    "Цей сайт заблоковано",
    "Bu siteye erişim engellenmiştir",
    "Trang web này đã bị chặn",
    "Situs yang akan anda kunjungi mengandung konten negatif dan diblokir",
    "การเข้าถึงเว็บไซต์นี้ถูกปิดกั้นตามคำสั่งศาล",
    "إن الموقع الذي تحاول الوصول إليه محجوب",
    "该网站已被封锁",
  ])("is read out of: %s", (text) => {
    expect(refuses(text)).toBe(true);
  });

  it.each([
    "Сайт заблокирован хостинг-провайдером",
    "This domain has been blocked by its registrar",
    "Ce site a été bloqué par son hébergeur",
    "The ministry has blocked a news site last week",
    "El gobierno bloqueó una web de noticias",
    "Роскомнадзор заблокировал новостной сайт",
    "Diese Seite ist wegen Wartung gesperrt",
    "Diese Seite ist aus technischen Gründen nicht verfügbar",
    "L'accès à ce site est momentanément impossible",
    "Akses ke situs ini sedang lambat",
  ])("is not read out of: %s", (text) => {
    expect(refuses(text)).toBe(false);
  });

  it.each([
    ["work in Turkish", "Bu site bakım nedeniyle geçici olarak erişime kapatılmıştır"],
    ["an update in Turkish", "Bu site güncelleme çalışmaları nedeniyle erişime kapatılmıştır"],
    ["work in German", "Zugriff auf diese Seite wegen Wartungsarbeiten gesperrt"],
    ["work in Dutch", "Toegang tot deze website wegens onderhoud geblokkeerd"],
    ["work in Spanish", "Acceso a la web por mantenimiento restringido"],
    ["work in French", "Accès à ce site pour maintenance restreint"],
    ["work in Czech", "Přístup na tyto stránky je kvůli údržbě zablokován"],
    ["work in Hungarian", "A hozzáférés ehhez az oldalhoz karbantartás miatt jelenleg korlátozott"],
    ["work in Greek", "Η πρόσβαση στην ιστοσελίδα λόγω συντήρησης έχει αποκλειστεί"],
    ["work in Indonesian", "Situs ini sedang dalam perbaikan dan diblokir"],
    ["work in Chinese", "该网站因系统维护被暂时封锁"],
    ["load in German", "Zugriff auf diese Seite wegen Überlastung gesperrt"],
  ])("is none where the reason is %s: %s", (_what, text) => {
    expect(refuses(text)).toBe(false);
  });
});
