import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { reportsLoad } from "../../../../../src/core/prose/trouble/load-notice.ts";

const reports = (text: string) => reportsLoad(proseOf(`<p>${text}</p>`));

describe("a page that is full", () => {
  it.each([
    "Too many requests",
    "Busy",
    "There is a queue. Please wait.",
    "Too many people want a bargain. Try again later.",
    "We are experiencing high traffic",
    "High traffic since the sale started up",
    "La vente a démarré, le site est surchargé",
    "Der Vorverkauf startet: großer Ansturm",
    "Der Server ist überlastet",
    "Trop de visiteurs en ce moment",
    "El servidor está saturado",
    "O servidor está sobrecarregado",
    "Troppe richieste",
    "De server is overbelast",
    "Servern är överbelastad",
    "Serwer jest przeciążony",
    "Сервер перегружен",
    "Sunucu şu an çok yoğun",
    "Hệ thống đang quá tải",
    "الموقع يواجه ضغطا",
    "アクセスが集中しております",
    "系统繁忙",
    "접속자가 많아 지연되고 있습니다",
  ])("says so: %s", (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each([
    "a temporary overload or scheduled maintenance",
    "The server is not overloaded",
    "Your service is busy starting up",
    "Service Unavailable",
    "Down for maintenance",
    "We will be back soon",
  ])("is not meant by: %s", (text) => {
    expect(reports(text)).toBe(false);
  });
});

describe("a rush by other words", () => {
  it.each(["Vous êtes très nombreux à vouloir accéder au site", "活动太火爆了"])("is reported: %s", (text) => {
    expect(reportsLoad(proseOf(`<p>${text}</p>`))).toBe(true);
  });
});
