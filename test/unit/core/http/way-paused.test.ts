import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../src/core/http/prose.ts";
import { saysWayPaused } from "../../../../src/core/http/way-paused.ts";

const says = (text: string): boolean => saysWayPaused(proseOf(`<h1>503</h1><p>${text}</p>`));

describe("a way to every site that was paused", () => {
  it.each([
    "Internet service suspended.",
    "Your internet service has been suspended due to an unpaid invoice.",
    "Please contact your Internet provider about your overdue invoice.",
    "Internet access for this device is paused by your parent.",
    "Internet paused",
    "You have used up your daily Internet quota.",
    "You have used all of your data plan.",
    "Your free 30 minutes have ended. Please purchase more time.",
    "Ihr Internetzugang wurde gesperrt.",
    "Votre accès à Internet est suspendu.",
    "Su servicio de Internet ha sido suspendido.",
    "O seu acesso à Internet foi suspenso.",
    "Il servizio di Internet è sospeso.",
    "Uw internetverbinding is geblokkeerd.",
    "Dostęp do internetu został zablokowany.",
    "Доступ в интернет приостановлен.",
    "İnternet erişiminiz geçici olarak durduruldu.",
    "上网服务已暂停。",
    "인터넷 이용이 정지되었습니다.",
  ])("is told of: %s", (text) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    "This service has been suspended by its owner.",
    "This site is paused.",
    "The site has used up its monthly quota.",
    "Please check your internet connection.",
    "The trial period of this shop has ended.",
    "Diese Website wurde gesperrt.",
    "We sell internet access and plans.",
  ])("is not told of: %s", (text) => {
    expect(says(text)).toBe(false);
  });
});
