import type { Settings } from "../../../../src/core/settings/settings.ts";

/** Every setting, each as somebody could have set it. */
export const ALL = {
  remoteOpinions: false,
  vantage: { base: "https://ping.corp.example/v1", token: "t0ken" },
  resolvers: [{ name: "Corp", url: "https://dns.corp.example/resolve" }],
  statusPages: { "*.corp.example": "https://status.corp.example/" },
  connectivity: { secure: "https://up.corp.example/", plain: "http://up.corp.example/", expect: "up" },
  retry: { off: false, maxPerHour: 12 },
  cards: { off: true, notOn: ["shop.example"] },
  retryOffSites: ["*.corp.example"],
  deadlines: { tabHours: 2, watchDays: 3 },
  notifications: { shown: true, sound: false },
  askUnasked: ["api.globalping.io"],
  history: false,
  helpDesk: { address: "help@corp.example", label: "IT help desk" },
  liveParts: ["app.corp.example"],
} satisfies Settings;
