import { render } from "preact";
import { cardView, cardWords } from "../../src/core/protocol/card.ts";
import { newsOf } from "../../src/core/retry/view.ts";
import { Card } from "../../src/pages/card/card.tsx";
import { attach, makeFrame } from "../../src/pages/card/frame.ts";
import { current } from "./current.ts";
import { textLanguage, translate, uiLanguage } from "./platform/i18n.ts";

/** The card of a state in a failing page, small where the address asks for that. Its root is open here, so that axe sees it. */
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  return attachShadow.call(this, { ...init, mode: "open" });
};

const { check, retry = { state: "none" } } = current;
const words = check && cardWords(check, newsOf(retry, check.loadedAt), uiLanguage(), Date.now());
if (!check || !words) throw new Error("this state has no card");
const view = cardView(words, { incidentId: check.incidentId, url: check.url, ...textLanguage() }, translate);
const isSmall = new URLSearchParams(location.search).has("small");
const frame = makeFrame();
attach(frame);
render(
  <Card view={view} place={{ corner: "bottom-end", isSmall, floor: 0 }} onAct={(act) => console.info("card", act)} />,
  frame.inside,
);
