import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { reportsTrouble } from "../../../../../src/core/prose/trouble/notice.ts";

const reports = (text: string) => reportsTrouble(proseOf(`<p>${text}</p>`));

describe("a page that names a failure", () => {
  it.each([
    "Error establishing a database connection",
    "Техническая ошибка: нет соединения с базой данных",
    "Impossible de joindre la base de données",
    "无法连接数据库，错误 2002",
    "We are experiencing technical difficulties",
    "Wir haben eine technische Störung",
    "Problèmes techniques",
    "технические неполадки",
    "An unexpected error occurred",
    "現在障害が発生しております",
  ])("does so in: %s", (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(["Database maintenance is in progress", "Down for maintenance", "Service Unavailable", "Технические работы"])(
    "does not in: %s",
    (text) => {
      expect(reports(text)).toBe(false);
    },
  );
});
