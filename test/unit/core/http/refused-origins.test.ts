import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../src/core/http/prose.ts";
import { refusesVisitor } from "../../../../src/core/http/visitor-refusal.ts";

const refuses = (text: string): boolean => refusesVisitor(proseOf(`<h1>${text}</h1>`));

describe("a refusal of where its reader comes from", () => {
  it.each([
    "We do not serve customers in your country.",
    "We don't serve visitors from your country.",
    "Due to US sanctions, we cannot provide our service in your location.",
    "You come from a country that we don't serve.",
    "We block requests from your country.",
    "This site can only be used from within Germany.",
    "Service is not available in Russia and Belarus.",
    "Unfortunately, our website is currently unavailable in most European countries.",
    "You are visiting from a country belonging to the European Economic Area and therefore access cannot be granted at this time.",
    "Not available in your country",
    "shop.example is not available in your region",
    "Der Zugriff aus dem Ausland ist nicht möglich",
    "L'accès depuis l'étranger est interdit",
    "El acceso desde el extranjero no está permitido",
    "O acesso do exterior está bloqueado",
    "L'accesso dall'estero non è consentito",
    "Dostęp z zagranicy jest zablokowany",
    "Přístup ze zahraničí není povolen",
    "Доступ к сайту с зарубежных IP-адресов ограничен",
    "Доступ з-за кордону заборонено",
    "Yurt dışından erişim engellenmiştir",
    "Truy cập từ nước ngoài bị hạn chế",
    "Akses dari luar negeri tidak diizinkan",
    "海外からのアクセスは許可されていません",
    "お客様の国からはこのサイトをご利用いただけません",
    "해외 IP에서는 접속하실 수 없습니다",
    "抱歉，本站不对您所在的国家或地区提供服务",
    "境外IP禁止访问",
    "دسترسی به این سایت از خارج از کشور امکان پذیر نیست",
    "Отключите VPN, чтобы продолжить работу с сайтом",
    "Désactivez votre VPN pour continuer",
    "Wyłącz VPN, aby kontynuować",
    "لطفا فیلترشکن خود را خاموش کنید",
  ])("is read out of: %s", (text) => {
    expect(refuses(text)).toBe(true);
  });

  it.each([
    "Our live stream is not available in your country",
    "Our app is not available in your country",
    "Apple Pay is not available in your country",
    "The function is not available in this region",
    "Die App ist in Ihrem Land nicht verfügbar, Funktion folgt",
    "アプリはお住まいの地域ではご利用いただけません",
    "Service is not available in read-only mode",
    "This page is not available in Firefox",
    "The service is currently unavailable in Germany",
    "This page can only be accessed from within the application",
    "We cannot provide our service in the usual quality",
    "The cluster is unavailable in one of our regions",
    "海外からのアクセスが集中しています",
    "Попробуйте отключить VPN",
  ])("is not read out of: %s", (text) => {
    expect(refuses(text)).toBe(false);
  });
});
