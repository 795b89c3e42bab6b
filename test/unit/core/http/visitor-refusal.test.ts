import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../src/core/http/prose.ts";
import { asksForProof, refusesVisitor } from "../../../../src/core/http/visitor-refusal.ts";

const prose = (text: string) => proseOf(`<h1>${text}</h1>`);

describe("a refusal of the reader", () => {
  it.each([
    "Your access to this site has been limited by the site owner",
    "You have been locked out",
    "Sorry, you have been blocked",
    "Access denied",
    "Your IP address has been temporarily blocked",
    "Your request was blocked by our security system",
    "Our systems have detected unusual traffic from your computer network",
    "Sorry, your request cannot be processed, for security reasons it was blocked and logged",
    "You have exceeded the maximum number of requests",
    "Too many requests from your IP address",
    "We're sorry you are not allowed to proceed",
    "You don't have permission to access this page on this server",
    "Your IP address (192.0.2.7) has been blocked by the owner",
    "Your IP address, 192.0.2.7, has been blocked",
    "You are temporarily blocked",
    "You are making requests too fast",
    "Your request was blocked: SQL injection detected",
    "Your IP was blocked because of abusive requests to our server",
    "Our server has blocked your IP address",
    "Your IP 203.0.113.9 has been blocked because of too many requests to our server",
    "The server has blocked your IP because of too many requests",
    "Your IP has been blocked because our servers received too many requests from it",
    "You have been banned because you made too many connections to this server",
    "Your access was limited since you sent too many requests to our servers",
    "Ihre IP-Adresse wurde wegen zu vieler Anfragen an unseren Server gesperrt",
    "Su dirección IP ha sido bloqueada por demasiadas peticiones a nuestro servidor",
    "Il tuo IP è stato bloccato a causa di troppe richieste al nostro server",
    "Ваш IP заблокирован из-за слишком большого количества запросов к нашему серверу",
    "Uw IP-adres is geblokkeerd wegens te veel verzoeken aan onze server",
    "Access to this page has been denied",
    "Access to this page is not permitted",
    "Page blocked",
    "This site is blocked",
    "The web page you requested has been blocked",
    "This page has been blocked because it is in the category games",
    "Looks like this page was blocked by your administrator",
    "You have tried to access a web page which is in violation of your internet usage policy",
    "Diese Seite wurde vom Jugendschutzfilter gesperrt",
    "Usted ha sido bloqueado",
    "Sei stato bloccato",
    "Zostałeś zablokowany",
    "Вам отказано в доступе",
    "Вы заблокированы",
    "Anda telah diblokir",
    "Bạn đã bị chặn",
    "Ihr Zugriff auf diese Website wurde gesperrt",
    "Vous avez été bloqué",
    "Tu IP ha sido bloqueada",
    "Seu acesso foi bloqueado",
    "Il tuo accesso è stato limitato",
    "Uw toegang tot deze site is beperkt",
    "Din åtkomst har blockerats",
    "Twój adres IP został zablokowany",
    "Váš přístup byl omezen",
    "Доступ с вашего IP ограничен",
    "Вашу IP-адресу заблоковано",
    "Erişiminiz site sahibi tarafından sınırlandırıldı",
    "IP của bạn đã bị chặn",
    "Akses Anda telah dibatasi",
    "Η πρόσβαση σας έχει περιοριστεί",
    "تم حظر وصولك",
    "お客様のアクセスは制限されています",
    "您的IP访问过于频繁",
    "귀하의 접속이 차단되었습니다",
    "การเข้าถึงของคุณถูกบล็อก",
  ])("is read out of: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(true);
  });

  it.each([
    "Too many requests",
    "The shop takes no more requests at the moment",
    "Your request could not be completed",
    "Your request timed out",
    "Your access is limited due to high traffic",
    "Your request was rejected because the server is overloaded",
    "Your connection was blocked because the server is overloaded",
    "Your access has been blocked due to high traffic",
    "Access is restricted during maintenance",
    "Access to this site is restricted during maintenance",
    "This page is blocked during maintenance",
    "The upstream connection is blocked",
    "The thread pool is blocked",
    "Diese Seite ist wegen Wartung gesperrt",
    "You are seeing this page because too many people are visiting",
    "Thank you for your patience while our capacity is limited",
    "Access denied for user 'root'@'localhost'",
    "Please check your connection",
    "If you are the site owner, contact your host",
    "This account has been suspended",
    "アクセスが集中しているためアクセスを制限しています",
    "Вы можете попробовать позже",
    "Sie können es später erneut versuchen",
    "Connection refused",
  ])("is not read out of: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });
});

describe("a test of the reader", () => {
  it.each([
    "Making sure you're not a bot!",
    "Checking your browser before accessing shop.example",
    "Verify you are human",
    "Robot Check",
    "Please wait while your request is being verified",
    "Please wait while we are checking your browser",
    "Just a moment...</h1><p>Enable JavaScript and cookies to continue</p><h1>",
    "One moment, please. We keep bots away.",
    "正在检查您的浏览器",
    "Bestätigen Sie, dass Sie ein Mensch sind",
    "Проверка браузера",
    "人机验证",
  ])("is read out of: %s", (text) => {
    expect(asksForProof(prose(text))).toBe(true);
  });

  it.each(["Service Unavailable", "Your browser sent a request that this server could not understand"])(
    "is not read out of: %s",
    (text) => {
      expect(asksForProof(prose(text))).toBe(false);
    },
  );
});
