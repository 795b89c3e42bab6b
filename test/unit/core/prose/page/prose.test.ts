import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachOnce, type ProseList, proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { holds } from "../../../../property.ts";

describe("prose", () => {
  it("is what a page says, sentence by sentence, without case and double spaces", () => {
    const html = "<h1>We are\n  CLOSED</h1><p>Come back <b>soon</b>. Thank you<br>all!</p>";
    expect(proseOf(html)).toEqual({
      headings: ["we are closed"],
      sentences: ["we are closed", "come back soon", "thank you all"],
    });
  });

  it("takes a title apart at what sites put between it and their name", () => {
    const html = "<head><title>Wartung - Shop | 503</title></head>";
    expect(proseOf(html).headings).toEqual(["wartung", "shop", "503"]);
  });

  it.each([
    ["scripts", "<script>if (a < b) say('closed')</script>"],
    ["styles", "<style>p::before{content:'closed'}</style>"],
    ["comments", "<!-- closed -->"],
    ["menus", "<nav>closed <p>closed</p></nav>"],
    ["links, which speak of other pages", '<ul><li><a href="/closed">closed</a></li></ul>'],
    ["attributes", '<p title="closed"></p>'],
    ["a script that was cut off", "<script>closed"],
    ["what is hidden and was cut off", "<div hidden><p>closed"],
    ["a comment that was cut off", "<!-- closed"],
    ["a doctype", "<!DOCTYPE closed>"],
  ])("leaves out %s", (_what, html) => {
    expect(proseOf(`<p>open</p>${html}`).sentences).toEqual(["open"]);
  });

  it.each([
    ["a footer", "<footer><div>Rush</div> hour</footer>"],
    ["what stands beside", "<aside>Rush <p>hour</p></aside>"],
    ["a dialog", "<dialog open><p>Rush hour</p></dialog>"],
    ["a footer by its role", "<div class=bottom role=contentinfo>Rush<div>hour</div></div>"],
    ["a dialog by its role", '<div role="dialog"><div>Rush</div>hour</div>'],
    ["what is hidden", "<div hidden><div>Rush</div><div>hour</div></div>"],
    ["what is hidden by a value", "<section id='a' hidden=''>Rush<section>hour</section></section>"],
    ["what is hidden until somebody looks for it", '<p hidden="until-found">Rush hour</p>'],
    ["what no style shows", '<div style="color:red; Display: None">Rush hour</div>'],
    ["what a style makes invisible", "<div style='visibility:hidden'>Rush hour</div>"],
    ["a dialog that waits", '<div class="modal" aria-hidden="true"><div>Rush</div>hour</div>'],
    ["words that are hidden", "<b hidden>Rush <b>hour</b></b>"],
    ["a script within", "<div hidden><script>'</div>'</script>Rush hour</div>"],
    ["capitals", "<DIV HIDDEN>Rush hour</DIV>"],
  ])("leaves out the frame and what nobody sees: %s", (_what, html) => {
    expect(proseOf(`<p>open</p>${html}`).sentences).toEqual(["open"]);
    expect(proseOf(`${html}<p>open</p>`).sentences).toEqual(["open"]);
  });

  it.each([
    ["a class of that name", '<div class="hidden">seen</div>'],
    ["an attribute that says so in words", '<div title="hidden" data-x="display:none">seen</div>'],
    ["another style", '<div style="display:block;overflow:hidden">seen</div>'],
    ["a page that a script is to show", '<body style="display:none"><p>seen</p></body>'],
    ["another role", '<div role="alertdialog">seen</div>'],
    ["what is shown", '<div aria-hidden="false">seen</div>'],
    [
      "letters that a heading is drawn with",
      '<h1><span aria-hidden="true">se</span><span aria-hidden="true">en</span></h1>',
    ],
    ["what follows something empty", '<input hidden value="x"><p>seen</p>'],
    ["what follows a paragraph without an end", "<p hidden>gone<p>seen"],
    ["what follows the last item of a list", "<ul><li hidden>gone</ul>seen"],
    ["the words around", "se<i hidden>gone</i>en"],
  ])("keeps %s", (_what, html) => {
    expect(proseOf(html).sentences).toEqual(["seen"]);
  });

  it.each([
    ["beside its text", "<header>Shop</header><aside><h1>Closed</h1></aside>", ["shop", "closed"]],
    ["in a dialog", "<p>Wait</p><div role=dialog><h2>Closed</h2></div>", ["wait", "closed"]],
    ["where nobody sees it", "<p>Wait</p><div hidden><h2>Closed</h2></div>", ["wait"]],
    ["in a dialog that nobody has opened", "<p>Wait</p><dialog><h2>Closed</h2></dialog>", ["wait"]],
    ["in its text as well", "<h1>Wait</h1><aside><h2>Closed</h2></aside>", ["wait"]],
  ])("reads the frame of a page whose heading stands there, but nothing hidden: %s", (_what, html, sentences) => {
    expect(proseOf(html).sentences).toEqual(sentences);
  });

  it("reads the frame of a page that says nothing else", () => {
    expect(proseOf("<title>Shop</title><footer><h2>Closed.</h2></footer>")).toEqual({
      headings: ["shop", "closed"],
      sentences: ["shop", "closed"],
    });
  });

  it("is without the lists that its reader wants left out, each shown with what stands before it", () => {
    const html = "<h2>One</h2><ul><li>a. b</li><li>c<ul><li>d</li></ul></li></ul><p>Two</p><dl><dt>e<dd>f<dt>g</dl>";
    const lists: ProseList[] = [];
    expect(proseOf(html, (list) => lists.push(list) === 1).sentences).toEqual(["one", "two", "e", "f", "g"]);
    expect(lists).toEqual([
      {
        lead: "one",
        items: [
          ["a", "b"],
          ["c", "d"],
        ],
      },
      { lead: "two", items: [["e", "f"], ["g"]] },
    ]);
  });

  it("takes a list for one list, whatever is hidden in it", () => {
    const html = "<ul><li>a<ul hidden><li>x</li></ul></li><li>b</li></ul>";
    const lists: ProseList[] = [];
    proseOf(html, (list) => lists.push(list) === 0);
    expect(lists).toEqual([{ lead: "", items: [["a"], ["b"]] }]);
  });

  it("shows the first eight lists alone, however many a page has", () => {
    const html = Array.from({ length: 20 }, (_, at) => `<ul><li>item ${at}</li></ul>`).join("");
    expect(proseOf(html, () => true).sentences).toHaveLength(12);
  });

  it("has each sentence once where that is asked for", () => {
    const html = "<title>Closed</title><h1>Closed</h1><p>Back soon. Back soon.</p><p>Closed.</p>";
    expect(eachOnce(proseOf(html))).toEqual({ headings: ["closed"], sentences: ["closed", "back soon"] });
  });

  it("keeps a link that is a heading", () => {
    expect(proseOf('<h1><a href="/">Closed</a></h1>').headings).toEqual(["closed"]);
  });

  it("goes on after what was left out", () => {
    expect(proseOf("<script>x</script><a href=/>x</a>after<!-- x --> all").sentences).toEqual(["after all"]);
  });

  it.each([
    ["&uuml;ber &Auml;rger", "über ärger"],
    ["d&eacute;j&agrave; vu", "déjà vu"],
    ["&#1058;&#x435;&#1089;&#1090;", "тест"],
    ["u\u0308ber", "über"],
    ["isn&rsquo;t &amp; isn’t", "isn't & isn't"],
    ["İSTANBUL", "istanbul"],
    ["a&nbsp;b &unknown; c &#0; d &#9999999; e", "a b c d e"],
    ["5 < 6", "5 < 6"],
  ])("reads %s as it is meant", (html, said) => {
    expect(proseOf(`<p>${html}</p>`).sentences).toEqual([said]);
  });

  it("finds what follows capitals that grow when they are lowered", () => {
    const html = "<title>ÜNİVERSİTESİ BİLGİ İŞLEM DAİRESİ İLETİŞİM</title><p>Bakımdayız</p>";
    expect(proseOf(html).sentences).toEqual(["üniversitesi bilgi işlem dairesi iletişim", "bakımdayız"]);
  });

  it("finds the same sentences whatever letters stand before them", () => {
    const letters = fc.array(fc.constantFrom("İ", "ß", "ẞ", "ŉ", "ﬁ", "ǰ", "ΐ", "և", "K", "ſ", "x"), {
      minLength: 1,
      maxLength: 60,
    });
    const rest = "<SCRIPT>gone</SCRIPT><!-- gone --><p>One</p><Style>gone</STYLE><h1>Two</h1><NAV>gone</NAV>three";
    holds([letters], (all) => {
      const text = all.join("");
      const [first = "", ...others] = proseOf(`<p>${text}</p>${rest}`).sentences;
      expect(text.normalize("NFC").replaceAll("İ", "i").toLowerCase()).toContain(first);
      expect(others).toEqual(["one", "two", "three"]);
      expect(proseOf(`<script>${text}</script><!--${text}--><a title="${text}">x</a>${rest}`).sentences).toEqual(
        others,
      );
    });
  });

  it("knows the stops of other scripts", () => {
    expect(proseOf("<p>只今停止中です。またお越しください！</p>").sentences).toEqual([
      "只今停止中です",
      "またお越しください",
    ]);
  });

  it("reads a text/plain answer as well, raw or as a browser shows it", () => {
    for (const body of ["Closed.", "<html><head></head><body><pre>Closed.</pre></body></html>"]) {
      expect(proseOf(body).sentences).toEqual(["closed"]);
    }
  });

  it("never throws, whatever stands in the page", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "<a href=x>",
      "</a>",
      "<p",
      "<!--",
      "-->",
      "<script>",
      "&",
      "&#x",
      ";",
      "ü. ",
    );
    holds([fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 })], (pieces) => {
      const { sentences } = proseOf(pieces.join(""));
      expect(sentences.every((sentence) => sentence !== "" && sentence === sentence.trim())).toBe(true);
    });
  });
});

describe("the cells of a row", () => {
  it("are one sentence where the first is a label", () => {
    const row = "<tr><td>Your IP</td><td>203.0.113.7</td></tr><tr><th>Status<td>Blocked<tr><td>Node</table>";
    expect(proseOf(`<table>${row}`).sentences).toEqual(["your ip: 203.0.113.7", "status: blocked", "node"]);
  });

  it("stay apart where it is a sentence", () => {
    expect(proseOf("<table><tr><td>We are down.</td><td>Blocked</td></tr></table>").sentences).toEqual([
      "we are down",
      "blocked",
    ]);
  });
});
