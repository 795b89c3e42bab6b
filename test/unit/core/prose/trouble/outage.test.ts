import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { asksForProof, refusesVisitor } from "../../../../../src/core/prose/refusal/notice.ts";

const paragraphs = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join("");

describe("what stands below an outage", () => {
  it.each([
    ["a rule for everybody", paragraphs("The server is down.", "Automated requests are prohibited.")],
    ["a rule under a status", `<h1>502 Bad Gateway</h1>${paragraphs("Bots are not allowed.")}`],
    ["a rule in German words of the outage", paragraphs("Der Server ist ausgefallen.", "Bots are not welcome here.")],
    [
      "what somebody tells far below",
      `<h1>502 Bad Gateway</h1>${paragraphs("We work on it.", "Ann", "Me too.", "Bob", "Hello.", "Eve", "My IP address was blocked yesterday.")}`,
    ],
    ["terms", paragraphs("Scraping is prohibited.", "Automated access is forbidden without consent.")],
    ["a bare block beside a server in Italian", "<h1>Pagina bloccata. Server non risponde</h1>"],
    ["a bare block above a server in Spanish", `<h1>Página bloqueada</h1>${paragraphs("El servidor no responde.")}`],
    ["a bare block above a server in English", `<h1>Page blocked</h1>${paragraphs("The server is not responding.")}`],
  ])("is no refusal: %s", (_what, html) => {
    expect(refusesVisitor(proseOf(html))).toBe(false);
  });

  it.each([
    ["a rule as the heading", "<h1>Automated access is not allowed</h1><p>The server is down.</p>"],
    ["the reader's own block", paragraphs("Server error", "Your IP address has been blocked.")],
    [
      "a refusal as the title, with a long text below",
      `<title>Access denied</title>${paragraphs("One.", "Two.", "Three.", "Four.", "The server is down for others.", "Six.", "Seven.", "Eight.")}`,
    ],
    ["a bare block in Spanish", "<h1>Página bloqueada</h1>"],
    ["a bare block in Italian", `<h1>Sito bloccato</h1>${paragraphs("Contatta l'amministratore della rete.")}`],
  ])("is one where it comes first, or is told to its reader: %s", (_what, html) => {
    expect(refusesVisitor(proseOf(html))).toBe(true);
  });
});

describe("what others say on the page", () => {
  const said = "<p>lol my IP address was blocked yesterday</p>";

  it.each([
    `<section class="comments">${said}</section>`,
    `<ol class=commentlist><li>${said}</li></ol>`,
    `<div id="comments" class="wide">${said}</div>`,
    `<div class="post comment-list">${said}</div>`,
    "<div id=cookie-banner><p>Your browser has been blocked from tracking.</p></div>",
    "<div class='x cookieConsent cookie-notice'><p>Your browser has been blocked.</p></div>",
  ])("is no word of the failing page: %s", (others) => {
    expect(refusesVisitor(proseOf(`<h1>502</h1><p>We are sorry.</p>${others}`))).toBe(false);
  });

  it.each([
    "<div class=commentary><p>Your IP address was blocked</p></div>",
    "<div id=cookie-policy-free><p>Your IP was blocked</p></div>",
  ])("is one where the name is another: %s", (words) => {
    expect(refusesVisitor(proseOf(`<h1>502</h1>${words}`))).toBe(true);
  });
});

describe("a question whether the reader is human", () => {
  it.each([
    "<h1>Are you a robot?</h1>",
    "<title>Are you human?</title><p>Wait</p>",
    "<h1>503</h1><p>Are you human?</p><p>Click the box below.</p>",
  ])("is a test where it heads the page or says what to do: %s", (html) => {
    expect(asksForProof(proseOf(html))).toBe(true);
  });

  it.each([
    "<h1>503</h1><p>The server did not answer.</p><p>Help topics:</p><p>Are you human? About our captchas</p>",
    "<h1>503</h1><p>About our captchas</p>",
  ])("is none in a list of help: %s", (html) => {
    expect(asksForProof(proseOf(html))).toBe(false);
  });
});

describe("a limit of the program's", () => {
  it.each([
    "Your request exceeded the time limit of our server.",
    "Your request has exceeded the memory limit.",
    "Your upload exceeded the size limit.",
  ])("is no refusal: %s", (text) => {
    expect(refusesVisitor(proseOf(`<h1>${text}</h1>`))).toBe(false);
  });
});
