import { describe, expect, it } from "vitest";
import { statedIn } from "../../../../src/core/prose/stated.ts";

const list = (lead: string, ...items: readonly string[]) =>
  `<h1>Not reachable</h1><p>${lead}</p><ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul><p>Come back</p>`;

describe("what a page states", () => {
  it.each([
    ["different causes", "You see this because", ["Your IP address was blocked.", "The server is down."]],
    ["different causes, in German", "Gründe:", ["Ihre IP-Adresse wurde gesperrt", "Der Server ist überlastet"]],
    ["different causes, in French", "Raisons :", ["Votre adresse IP a été bloquée", "Le site est en maintenance"]],
    ["different causes, in Russian", "Причины:", ["Ваш IP заблокирован", "Ведутся технические работы"]],
    [
      "different causes in items of several blocks",
      "It is",
      ["<p>Busy</p><p>Overloaded</p>", "<b>Under maintenance</b>"],
    ],
    ["a cause and what names none, as possible", "Possible reasons:", ["The account has been suspended", "A typo"]],
    ["the same as what may be", "This may be because", ["your access has been blocked", "the page has moved"]],
    ["a cause that can be, in Spanish", "Causas posibles", ["Su acceso ha sido bloqueado", "La página no existe"]],
  ])("is without a list that offers reasons: %s", (_what, lead, items) => {
    const { sentences } = statedIn(list(lead, ...items));
    expect(sentences.at(0)).toBe("not reachable");
    expect(sentences.slice(2)).toEqual(["come back"]);
  });

  it.each([
    ["one cause alone", "This may be because", ["Your IP address was blocked.", "Your country is not allowed."]],
    ["a cause that is stated, and something else", "Details", ["Your IP address was blocked", "Number 4711"]],
    ["a single item", "This may be because", ["Your IP address was blocked"]],
    ["no cause", "Possible reasons:", ["A typo", "A page that has moved"]],
  ])("is all that a list says of %s", (_what, lead, items) => {
    expect(statedIn(list(lead, ...items)).sentences).toHaveLength(items.length + 3);
  });

  it("is what stands in a heading, whatever is offered below", () => {
    const html = `<h1>Access denied</h1>${list("Possible reasons", "Your IP was blocked", "The server is down")}`;
    expect(statedIn(html).headings).toEqual(["access denied", "not reachable"]);
  });

  it("is each list by itself, whatever is nested in it", () => {
    const nested = "<ul><li>Your IP was blocked<ul><li>by us</li></ul></li><li>We are under maintenance</li></ul>";
    expect(statedIn(`${nested}<ul><li>One</li><li>Two</li></ul>`).sentences).toEqual(["one", "two"]);
  });
});
