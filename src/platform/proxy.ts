import { browser } from "./browser.ts";

/** What Firefox says of its proxy settings, to be parsed; needs `proxy`, which Chromium grants to nobody later. */
export const proxySettings = async (): Promise<unknown> => browser.proxy.settings.get({});
