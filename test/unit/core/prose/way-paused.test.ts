import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../src/core/prose/page/prose.ts";
import { saysWayPaused } from "../../../../src/core/prose/way-paused.ts";

const says = (text: string): boolean => saysWayPaused(proseOf(`<h1>503</h1><p>${text}</p>`));

describe("a way to every site that was paused", () => {
  it.each([
    "Internet service suspended.",
    "Your internet service has been suspended due to an unpaid invoice.",
    "Please contact your Internet provider about your overdue invoice.",
    "Internet access for this device is paused by your parent.",
    "Internet paused",
    "Your internet service has been suspended, please call our billing department.",
    "You have used up your daily Internet quota.",
    "You have used all of your data plan.",
    "Your free 30 minutes of Wi-Fi have ended. Please purchase more time.",
    "Your internet session time has expired",
    "Your data plan has been used up.",
    "Ihr Internetzugang wurde gesperrt.",
    "Votre accès à Internet est suspendu.",
    "Su servicio de Internet ha sido suspendido.",
    "O seu acesso à Internet foi suspenso.",
    "Il servizio di Internet è sospeso.",
    "Uw internetverbinding is geblokkeerd.",
    "Dostęp do internetu został zablokowany.",
    "Доступ в интернет приостановлен.",
    "İnternet erişiminiz geçici olarak durduruldu.",
    "お客様のインターネット接続を停止しております。",
    "您的上网服务已暂停。",
    "고객님의 인터넷 이용이 정지되었습니다.",
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
    "Opening hours are over. The shop is closed.",
    "Your session time has expired",
    "Your free 30 minutes have ended. Sign in to draw on.",
    "Data session expired.",
    "The data service is currently disabled.",
    "Internet service is currently limited. Our website is down.",
    "インターネットサービスを停止しております",
    "网络服务暂停",
    "인터넷 서비스가 중단되었습니다",
    "Доступ к интернет магазину временно ограничен",
    "Nuestro servicio de internet está suspendido",
    "Our internet service is currently suspended",
    "Der Internetzugang unseres Rechenzentrums ist unterbrochen",
    "Internet service is limited because our servers are down",
    "Internet service is currently limited because of an outage",
  ])("is not told of: %s", (text) => {
    expect(says(text)).toBe(false);
  });

  it.each([
    "システムメンテナンスのため、インターネットサービスを停止しております",
    "お客様各位、システムメンテナンスのため、インターネットサービスを停止しております",
    "시스템 점검으로 인터넷 서비스가 일시 중단됩니다",
    "系统维护中，网络服务暂停",
    "Доступ к интернет магазину временно ограничен из-за технических работ",
    "Nuestro servicio de internet está suspendido por mantenimiento",
    "El servicio de internet está suspendido por mantenimiento",
    "Wegen Wartungsarbeiten am Internetzugang unseres Rechenzentrums ist der Shop zurzeit deaktiviert",
    "We are down for maintenance. Internet service is suspended.",
  ])("is not told of where a site tells of maintenance: %s", (text) => {
    expect(says(text)).toBe(false);
  });
});
