import { describe, expect, it } from "vitest";
import { privateWindowKeys } from "../../../../src/pages/popup/private-window-keys.ts";

describe("the keys for a private window", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", "Ctrl+Shift+P"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0", "⌘⇧P"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "Ctrl+Shift+N"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "⌘⇧N"],
  ])("in %s are %s", (userAgent, keys) => {
    expect(privateWindowKeys(userAgent)).toBe(keys);
  });
});
