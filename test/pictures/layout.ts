import { readFileSync } from "node:fs";
import type { Scheme } from "./scenes.ts";

const icon = readFileSync(new URL("../../docs/faultline.svg", import.meta.url), "utf8");
const png = (picture: Buffer): string => `data:image/png;base64,${picture.toString("base64")}`;
const ICON = `data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}`;

/** In pixels of the picture: larger than life, since stores show pictures at half their size. */
const WINDOW_WIDTH = 1160;
const POPUP_WIDTH = 476;

const NAME = "Faultline";
const QUESTION = "Is it you, or the server?";

const GROUND: Record<Scheme, string> = {
  light: "linear-gradient(150deg, #fdf1f6 0%, #f3f4f8 55%, #e6eefb 100%)",
  dark: "linear-gradient(150deg, #38182a 0%, #1b1c20 55%, #16243a 100%)",
};

const style = (scheme: Scheme): string => {
  const isLight = scheme === "light";
  return `
  * { margin: 0; box-sizing: border-box; }
  body { position: relative; overflow: hidden; height: 100vh; font-family: system-ui, sans-serif;
    background: ${GROUND[scheme]}; color: ${isLight ? "#1c2024" : "#f1f2f4"}; }
  h1 { font-size: 42px; line-height: 1.15; letter-spacing: -0.02em; font-weight: 700; }
  .says { font-size: 23px; line-height: 1.3; color: ${isLight ? "#4b535c" : "#b9c0c8"}; }
  img { display: block; }
  .words { position: absolute; left: 60px; top: 32px; }
  .words .says { margin-top: 8px; }
  .window { position: absolute; left: 60px; top: 158px; width: ${WINDOW_WIDTH}px; border-radius: 14px; overflow: hidden;
    background: ${isLight ? "#e9ebef" : "#33363b"}; box-shadow: 0 0 0 1px ${isLight ? "#c9ced5" : "#4a4e55"},
    0 24px 60px rgb(0 0 0 / ${isLight ? 0.18 : 0.5}); }
  .bar { display: flex; align-items: center; gap: 18px; height: 54px; padding: 0 20px; }
  .bar svg { flex: none; stroke: ${isLight ? "#59616b" : "#a8b0b9"}; }
  .address { flex: 1; height: 36px; padding: 0 18px; border-radius: 18px; font-size: 17px; line-height: 36px;
    background: ${isLight ? "#ffffff" : "#232427"}; }
  .icon { position: relative; width: 26px; height: 26px; margin: 0 12px; }
  .badge { position: absolute; left: 11px; top: 13px; padding: 0 4px; border-radius: 4px; font-size: 12px; line-height: 16px;
    font-weight: 700; color: #fff; background: #8f2253; }
  .popup { position: absolute; right: 62px; top: 202px; width: ${POPUP_WIDTH}px; border-radius: 10px; overflow: hidden;
    box-shadow: 0 0 0 1px ${isLight ? "#c9ced5" : "#5a5f67"}, 0 18px 44px rgb(0 0 0 / ${isLight ? 0.26 : 0.6}); }`;
};

const document = (scheme: Scheme, more: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style(scheme)}${more}</style><body>${body}</body></html>`;

const ARROWS = `<svg width="92" height="22" viewBox="0 0 92 22" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
  <path d="M16 11H4M9 5 3 11l6 6M38 11h12M45 5l6 6-6 6M86 8a7 7 0 1 0 1 5M87 4v5h-5" /></svg>`;

/** A picture of the product at work, as a listing shows it. */
export interface Screenshot {
  readonly file: string;
  readonly scheme: Scheme;
  readonly title: string;
  readonly says: string;
  readonly address: string;
  /** The number on the icon; null for none. */
  readonly badge: string | null;
  readonly page: Buffer;
  readonly popup: Buffer | null;
}

/** The words, and below them a window. Its frame is drawn; the page and the popup in it are as the browser drew them. */
export function screenshot({ scheme, title, says, address, badge, page, popup }: Screenshot): string {
  const onIcon = badge === null ? "" : `<span class="badge">${badge}</span>`;
  return document(
    scheme,
    "",
    `<div class="words"><h1>${title}</h1><p class="says">${says}</p></div>
    <div class="window">
      <div class="bar">${ARROWS}<div class="address">${address}</div><div class="icon"><img src="${ICON}" width="26">${onIcon}</div></div>
      <img src="${png(page)}" width="${WINDOW_WIDTH}">
    </div>
    ${popup === null ? "" : `<div class="popup"><img src="${png(popup)}" width="${POPUP_WIDTH}"></div>`}`,
  );
}

/** The small tile: the icon, the name, the question. */
export const tile = (): string =>
  document(
    "light",
    `body { display: flex; flex-direction: column; justify-content: center; padding: 0 36px; }
    .name { display: flex; align-items: center; gap: 14px; font-size: 54px; font-weight: 700; letter-spacing: -0.03em; }
    .question { margin-top: 14px; font-size: 32px; line-height: 1.2; font-weight: 500; letter-spacing: -0.01em; color: #4b535c; }`,
    `<div class="name"><img src="${ICON}" width="76">${NAME}</div><p class="question">${QUESTION}</p>`,
  );

/** The wide picture: name and question, and the popup before and after. */
export const marquee = (popup: Buffer, back: Buffer): string =>
  document(
    "light",
    `.left { position: absolute; left: 84px; top: 130px; width: 560px; }
    .left img { margin-left: -8px; }
    .left h1 { margin-top: 20px; font-size: 78px; letter-spacing: -0.03em; }
    .left p { margin-top: 14px; font-size: 36px; line-height: 1.25; color: #4b535c; }
    .shot { position: absolute; overflow: hidden; border-radius: 14px; box-shadow: 0 0 0 1px #c9ced5, 0 24px 60px rgb(0 0 0 / 0.2); }
    .one { left: 690px; top: 56px; width: 480px; height: 530px; }
    .two { left: 940px; top: 420px; width: 420px; height: 92px; }`,
    `<div class="left"><img src="${ICON}" width="104"><h1>${NAME}</h1><p>${QUESTION}</p></div>
    <div class="shot one"><img src="${png(popup)}" width="480"></div>
    <div class="shot two"><img src="${png(back)}" width="420"></div>`,
  );

/** The icon with room around it. */
export const logo = (): string =>
  document(
    "light",
    "body { display: grid; place-items: center; background: #fff; }",
    `<img src="${ICON}" width="232">`,
  );
