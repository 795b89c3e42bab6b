import type { ConnectivityEndpoint } from "../core/settings/connectivity.ts";
import { isFirefox } from "./browser.ts";

/** The browser vendor's own endpoints; a check opened by the user asks them, nothing else does. */
export const VENDOR_TEST: ConnectivityEndpoint = isFirefox
  ? {
      secure: "https://detectportal.firefox.com/success.txt",
      plain: "http://detectportal.firefox.com/success.txt",
      expect: "success",
    }
  : { secure: "https://www.gstatic.com/generate_204", plain: "http://www.gstatic.com/generate_204", expect: "204" };
