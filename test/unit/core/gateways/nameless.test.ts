import { describe, expect, it } from "vitest";
import { nameless } from "../../../../src/core/gateways/nameless.ts";

const found = (body: string, scheme: "http" | "https" = "https", host = "shop.example") =>
  nameless({ status: 502, headers: [], body, scheme }, host);

describe("a writer without a name", () => {
  it("that looked for the very name is a proxy on the user's way", () => {
    expect(found("getaddrinfo ENOTFOUND shop.example")).toMatchObject({ word: "name-not-found", side: "user" });
    expect(found("<h1>DNS look up failed</h1>")).toMatchObject({ word: "name-not-found", side: "either" });
    expect(found("getaddrinfo ENOTFOUND app.internal")).toMatchObject({ word: "name-not-found", side: "either" });
  });

  it.each([
    "Parent proxy unreachable",
    "The parent proxy could not be reached.",
    "The upstream proxy refused the connection",
    "No answer from the next-hop proxy",
  ])("that lost the proxy it goes out through has not asked the site: %s", (text) => {
    expect(found(text)).toMatchObject({ word: "own-upstream-dead", side: "either", weak: true });
  });

  it.each([
    "The upstream refused the connection",
    "Please check that your parent proxy is not down",
    "The parent proxy forwards to the shop",
  ])("speaks of no such proxy: %s", (text) => {
    expect(found(text)?.word).not.toBe("own-upstream-dead");
  });

  it("is believed by what it measured before what it titles", () => {
    const icm = (title: string) =>
      `<h1>${title}</h1><p>Error: -5 Component: ICM Detail: Connection to partner timed out after 60s</p>`;
    expect(found(icm("500 Connection timed out"))).toMatchObject({ word: "origin-slow" });
    expect(found("<h1>Connection refused</h1><p>Retrying</p>")).toMatchObject({ word: "origin-down" });
  });

  it("is looked for once in a page of each host", () => {
    const page = { status: 502, headers: [], body: "getaddrinfo ENOTFOUND shop.example", scheme: "https" } as const;
    const [here, other] = [nameless(page, "shop.example"), nameless(page, "other.example")];
    expect(nameless(page, "shop.example")).toBe(here);
    expect([here?.side, other?.side]).toEqual(["user", "either"]);
  });

  it.each([
    "getaddrinfo ENOTFOUND db.shop.example",
    "cURL error 6: Could not resolve host: api.shop.example",
    "Could not resolve host: old-shop.example",
    "Could not resolve host: shop.example.internal",
    "Could not resolve host: shop.example-backend",
    "DNS lookup failed, write to webmaster@shop.example",
  ])("that looked for a name which only holds the site's may be the site itself: %s", (text) => {
    expect(found(text)).toMatchObject({ word: "name-not-found", side: "either" });
  });

  it.each([
    "getaddrinfo ENOTFOUND shop.example",
    "getaddrinfo ENOTFOUND SHOP.example:443",
    "DNS lookup of db.shop.example and shop.example failed",
    "Could not resolve http://shop.example/cart",
    "Lookup failed for “shop.example”",
    "<p>The host (shop.example) could not be resolved.</p>",
    "DNS 错误：error，无法解析shop.example的地址",
    "Der Proxy konnte den Namen shop.example nicht auflösen",
    "DNS-Auflösung von shop.example fehlgeschlagen",
    "Le proxy n'a pas pu résoudre le nom d'hôte shop.example",
    "No se pudo resolver el nombre de host shop.example",
    "Não foi possível resolver o nome shop.example",
    "Impossibile risolvere il nome shop.example",
    "Nie można rozwiązać nazwy shop.example",
    "Прокси-сервер не смог разрешить имя shop.example",
    "El servidor proxy no puede encontrar el host shop.example (DNS)",
    "Не удалось найти DNS-адрес сервера shop.example",
    "无法找到主机名 shop.example 的 IP 地址",
    "ホスト名 shop.example を解決できません",
    "We were unable to find the IP address of shop.example",
    "shop.example: nodename nor servname provided",
  ])("that looked for the very name is one wherever it stands: %s", (text) => {
    expect(found(text)).toMatchObject({ word: "name-not-found", side: "user" });
  });

  it.each([
    "shop.example: Wir konnten das Problem noch nicht auflösen",
    "shop.example n'a pas pu résoudre l'incident",
    "shop.example no pudo resolver el problema",
    "Страница по адресу shop.example не найдена",
    "Le nom n'a pas pu être résolu",
    "We could not resolve the issue on shop.example yet",
    "The error on shop.example could not be resolved yet",
    "shop.example : le nom d'utilisateur n'a pas pu être résolu",
    "shop.example: имя пользователя не разрешено, не удалось войти",
    "Cette erreur sur shop.example n'a pas pu être résolue",
    "El error de shop.example no se ha podido resolver",
    "O erro em shop.example ainda não pôde ser resolvido",
    "Nie udało się rozwiązać tej sytuacji na shop.example",
    "shop.example временно недоступен, вход не разрешён",
    "shop.example'deki hata henüz çözülemedi",
    "shop.example の障害はまだ解決できません",
    "shop.example のデータを解析できません",
    "shop.example 数据解析失败",
  ])("is not known by what a site says of itself: %s", (text) => {
    expect(found(text)?.word).not.toBe("name-not-found");
  });

  it.each([
    "Die angeforderte Webseite konnte nicht geladen werden",
    "Le site demandé est injoignable",
    "No se puede conectar con el servidor remoto",
    "Не удалось подключиться: удалённый сервер не отвечает",
    "代理服务器无法连接到目标网站",
    "要求されたサイトに接続できませんでした",
  ])("that speaks of the site as of somebody else may be anybody's box over plain http: %s", (text) => {
    expect(found(text, "http")).toMatchObject({ word: "unreached", side: "either" });
    expect(found(text)?.word).not.toBe("unreached");
  });

  it.each([
    "Unsere Webseite ist gerade nicht erreichbar",
    "Die angeforderte Seite wurde nicht gefunden",
    "Notre site est injoignable",
    "网站无法访问",
    "Impossible de se connecter au serveur distant de la base de données",
    "Не удалось подключиться к удалённому серверу базы данных",
  ])("says nothing where a site speaks of itself: %s", (text) => {
    expect(found(text, "http")).toBeNull();
  });

  it("that looked for a foreign name says nothing of a short one", () => {
    expect(found("Lookup failed for internet.com record", "https", "t.com")).toMatchObject({ side: "either" });
    expect(found("Lookup failed for t.com record", "https", "t.com")).toMatchObject({ side: "user" });
    expect(found("Lookup failed for t.com record", "https", "t.com.")).toMatchObject({ side: "user" });
  });

  it.each([
    "request to https://api.shop.example/v1 failed, reason: certificate has expired",
    "There was a TLS error on this website. Our engineers are working on it.",
    "<p>The website has an SSL error.</p>",
  ])("that speaks of a certificate in the site's own voice may be the site itself: %s", (text) => {
    expect(found(text)).toMatchObject({ word: "misconfigured", side: "either" });
  });

  it.each([
    "The certificate of shop.example has expired",
    "The certificate of the requested website is not trusted",
    "The certificate of the website you are trying to visit is not trusted",
    "The remote server's certificate is not valid",
  ])("that takes the certificate of what was asked for to task stands on the user's way: %s", (text) => {
    expect(found(text)).toMatchObject({ word: "misconfigured", side: "user" });
  });

  it("that speaks of the site as of somebody else may be one over plain http", () => {
    const html = "<p>The website you requested could not be reached.</p>";
    expect(found(html, "http")).toMatchObject({ word: "unreached", side: "either", weak: true });
    expect(found(html)).toBeNull();
    expect(found("<p>The origin web server could not be reached by this site.</p>", "http")).toBeNull();
  });

  it("that does not take this site's certificate stands on the user's way", () => {
    const html = "<p>The certificate of the server you are trying to contact is not trusted.</p>";
    expect(found(html)).toMatchObject({ word: "misconfigured", side: "user" });
    expect(found("<p>The origin certificate is not trusted.</p>")).toMatchObject({ side: "either" });
  });

  it("is heard, as hearsay, where it states a reason", () => {
    expect(found("<h1>certificate has expired</h1>")).toEqual({
      family: "nameless",
      product: null,
      word: "misconfigured",
      side: "either",
      weak: true,
      detail: "certificate has expired",
    });
  });

  it.each([
    ["advice for its owner", "Administrators: verify that the upstream certificate has not been revoked."],
    ["advice for its reader", "Clear the DNS cache, an error may be in it."],
    ["a condition", "If the certificate of the backend has expired, renew it."],
    ["a promise", "The database connection was closed and we will open it again."],
    ["what became of its reader", "Your log-in timed out."],
    ["what it thinks of its reader", "The TLS fingerprint of your browser is unknown."],
    ["its own part", "Our application is not available in this shop either."],
  ])("says no reason with %s", (_what, text) => {
    expect(found(`<h1>Bad Gateway</h1><p>${text}</p>`)).toBeNull();
  });

  it.each([
    ["a check that failed", "java.security.cert: validity check failed for the TLS certificate", "misconfigured"],
    ["an order that was not carried out", "Error: unable to verify the first certificate", "misconfigured"],
    ["a look-up in a chain of causes", "dial tcp: lookup app.internal: no such host", "name-not-found"],
    ["a host whose name has such words", "dial my-db.us-east-1.internal: connection refused", "origin-down"],
    ["what became of a connection", "Connection to the database timed out", "origin-slow"],
  ] as const)("reports %s", (_what, text, word) => {
    expect(found(`<h1>Bad Gateway</h1><p>${text}</p>`)).toMatchObject({ word, weak: true });
  });

  it.each([
    "",
    "<h1>503 Service Unavailable</h1>",
    "<h1>Sorry</h1><p>We will be back soon.</p>",
    // How full the site is stands in its own words.
    "<h1>too many connections</h1>",
    // A long page's bottom is the site's.
    `${"<p>Our shop.</p>".repeat(20)}<p>connection refused</p>`,
  ])("says nothing in: %s", (html) => {
    expect(found(html)).toBeNull();
  });
});
