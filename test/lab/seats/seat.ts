import type { Page } from "puppeteer-core";
import type { Certificate } from "../certificate.ts";
import type { Lab } from "../lab.ts";
import type { InstalledBrowser } from "../launch.ts";
import type { OtherExtension } from "../other-extensions.ts";

/** A browser with a fresh profile and the extension in it: where one scenario is played. */
export interface Seat {
  /** The tab that is to fail. */
  readonly page: Page;
  /** The popup over that tab. */
  openPopup(): Promise<Page>;
  close(): Promise<void>;
}

/** What a seat is made for. */
export interface SeatPlan {
  readonly lab: Lab;
  readonly installed: InstalledBrowser;
  readonly certificate: Certificate;
  /** A forward proxy that somebody has set: its port, and the names that are asked past it. */
  readonly proxy: { readonly port: number; readonly past: readonly string[] } | null;
  /** Where the shop's name leads in this browser, when that is not where it leads everybody else. */
  readonly astray: Lab | null;
  /** The address of the machine astray that is no loopback; null where it has none. */
  readonly astrayAddress: string | null;
  readonly otherExtension: OtherExtension | null;
  /** Somebody has let Faultline read every site, as on the welcome page. */
  readonly granted: boolean;
}
