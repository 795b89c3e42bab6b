import { describe, expect, it } from "vitest";
import { reportsLoad } from "../../../../src/core/http/load-notice.ts";
import { proseOf } from "../../../../src/core/http/prose.ts";
import { refusesVisitor } from "../../../../src/core/http/visitor-refusal.ts";

const prose = (text: string) => proseOf(`<h1>${text}</h1>`);

describe("what its reader did too much", () => {
  it.each([
    "You're doing that too much. Take a break for a few minutes.",
    "You are sending requests too quickly",
    "You have tried to sign in too many times",
    "Please stop sending so many requests",
    "Too many hits from your IP",
    "Too many failed login attempts. Please try again in 20 minutes.",
    "Rate limit exceeded for 203.0.113.7",
    "Sie haben zu viele Anfragen gesendet",
    "Sie haben das Anfragelimit überschritten",
    "Zu viele fehlgeschlagene Anmeldeversuche",
    "Vous avez effectué trop de requêtes",
    "Trop de tentatives de connexion",
    "Has realizado demasiadas peticiones",
    "Usted ha enviado demasiadas solicitudes",
    "Você fez muitas solicitações em pouco tempo",
    "Hai effettuato troppe richieste",
    "Je hebt te veel verzoeken verstuurd",
    "Du har skickat för många förfrågningar",
    "Du har sendt for mange forespørsler",
    "Wysłałeś zbyt wiele żądań",
    "Odeslali jste příliš mnoho požadavků",
    "Odoslali ste príliš veľa požiadaviek",
    "Poslali ste previše zahtjeva",
    "Вы отправили слишком много запросов",
    "Слишком много попыток входа",
    "Забагато запитів з вашої IP-адреси",
    "Ви надіслали забагато запитів",
    "Изпратихте твърде много заявки",
    "Çok fazla istek gönderdiniz",
    "Bạn đã gửi quá nhiều yêu cầu",
    "Anda mengirim terlalu banyak permintaan",
    "Olet lähettänyt liian monta pyyntöä",
    "Ön túl sok kérést küldött",
    "Ați trimis prea multe cereri",
    "Έχετε κάνει πάρα πολλά αιτήματα",
    "لقد أرسلت عددًا كبيرًا جدًا من الطلبات",
    "שלחת יותר מדי בקשות",
    "短時間に連続したアクセスが検出されました",
    "操作过于频繁，请稍后再试！",
    "您的操作太快",
    "짧은 시간에 너무 많은 요청을 보내셨습니다",
    "คุณส่งคำขอมากเกินไป",
    "आपने बहुत अधिक अनुरोध भेजे हैं",
  ])("refuses them: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(true);
  });

  it.each([
    "Too many requests",
    "Too many connections",
    "sorry, too many clients already",
    "Zu viele Anfragen an unseren Server",
    "Trop de requêtes simultanées sur nos serveurs",
    "Nuestro servidor recibe demasiadas peticiones",
    "Troppe richieste: il server è sovraccarico",
    "Serwer otrzymał zbyt wiele żądań",
    "Сервер получил слишком много запросов",
    "Sunucuya çok fazla istek geldi",
    "Máy chủ nhận quá nhiều yêu cầu",
    "Server menerima terlalu banyak permintaan",
    "アクセスが集中しており、つながりにくくなっています",
    "短時間にアクセスが集中しました",
    "访问人数过多，请稍后再试",
    "접속자가 너무 많습니다",
  ])("is not what befalls a server: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });

  it.each([
    "You are visiting us together with too many people",
    "Sie haben gerade viel Geduld, zu viele Besucher sind da",
    "Bạn truy cập khi có quá nhiều người",
    "You were redirected too many times",
    "If you send too many requests, they are answered later",
    "Rate limit exceeded for 10.0.0.7",
  ])("is not what others do, what may come, or what machines do: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });

  it("is no rush that a site complains of", () => {
    expect(reportsLoad(prose("アクセスが集中しており"))).toBe(true);
  });
});

describe("what belongs to the reader", () => {
  it.each([
    "Your subnet has been blocked",
    "Your user agent is not allowed",
    "Your Internet provider's network has been blocked because of abuse",
    "You've been put on our blacklist",
    "We had to put you in the penalty box for 10 minutes",
    "This IP has been used to attack our servers",
    "Requests with your referrer are not accepted",
    "Your account has been temporarily locked because of suspicious activity",
    "Tor exit nodes are not welcome here",
    "Bot detected",
    "Bad bot! Go away.",
    "Hemos detectado tráfico automatizado desde su red",
    "Nous avons détecté un trafic automatisé provenant de votre réseau",
    "Wir haben automatisierte Zugriffe aus Ihrem Netzwerk festgestellt",
    "Detectamos tráfego automatizado vindo da sua rede",
    "Abbiamo rilevato traffico automatico proveniente dalla tua rete",
    "Geautomatiseerd verkeer vanuit uw netwerk",
    "お使いのネットワークから自動化されたリクエストが検出されました",
    "我们检测到来自您网络的自动请求",
    "고객님의 네트워크에서 자동화된 요청이 감지되었습니다",
    "您的 IP 位址已被封鎖",
    "Prístup z vašej krajiny nie je povolený",
    "Přístup z vaší země není povolen",
    "Der Zugriff aus Ihrem Land ist nicht erlaubt",
    "L'accès depuis votre pays n'est pas autorisé",
    "Jūsu IP adrese ir bloķēta",
    "თქვენი IP მისამართი დაბლოკილია",
  ])("is refused: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(true);
  });

  it.each([
    "Your IP: 203.0.113.7. The server refused the connection.",
    "All worker threads are blocked",
    "Access denied for user 'shop'@'localhost'",
    "Host '10.0.0.5' is blocked because of many connection errors",
    "AccessDeniedException: User: arn:aws:sts::1:assumed-role/web is not authorized to perform: dynamodb:GetItem",
    "Your account has been suspended",
    "Your hosting provider has an outage",
    "The automatic deployment of your network is in progress",
    "No bots detected",
  ])("is not refused: %s", (text) => {
    expect(refusesVisitor(prose(text))).toBe(false);
  });
});
