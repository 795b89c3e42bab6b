import { describe, expect, it } from "vitest";
import { isWaitingRoom, isWaitingRoomPage } from "../../../../src/core/http/waiting-room.ts";

describe("a waiting room", () => {
  it.each<[string, number, Record<string, string>, string]>([
    ["Queue-it, by its header", 200, { "x-queueit-redirect": "https%3A%2F%2Fshop.queue-it.net" }, ""],
    [
      "Queue-it, by its page",
      200,
      {},
      '<script src="https://static.queue-it.net/a.js"></script><body data-pageid="queue">',
    ],
    ["Cloudflare Waiting Room", 503, {}, "<title>Waiting Room powered by Cloudflare</title>"],
    ["Netacea", 200, {}, '<script src="https://shop.netacea.net/q.js"></script><h1>You are in the queue</h1>'],
    ["AWS Virtual Waiting Room", 200, {}, "<title>\n AWS Virtual Waiting Room Entry</title>"],
    ["CrowdHandler", 200, {}, '<link href="https://wait.crowdhandler.com/x.css">'],
  ])("is recognised: %s", (_name, status, headers, body) => {
    expect(
      isWaitingRoom({
        kind: "response",
        url: "https://shop.example/",
        status,
        headers: Object.entries(headers),
        body,
        truncated: false,
      }),
    ).toBe(true);
  });

  it.each<[string, string]>([
    [
      "a page that carries Queue-it's script, as all pages of such a site do",
      '<script src="https://static.queue-it.net/script/queueclient.min.js"></script><h1>Shop</h1>',
    ],
    ["an article about queues", "<h1>How a waiting room works</h1><p>You are in the queue</p>"],
    ["an error of Cloudflare's", "<title>shop.example | 502: Bad gateway</title>"],
  ])("is not %s", (_name, body) => {
    expect(
      isWaitingRoom({
        kind: "response",
        url: "https://shop.example/",
        status: 200,
        headers: [],
        body,
        truncated: false,
      }),
    ).toBe(false);
  });

  it("cannot be told from a redirect", () => {
    expect(isWaitingRoom({ kind: "redirect", url: "https://shop.example/" })).toBe(false);
  });
});

describe("a page in the tab", () => {
  it.each([
    ["its words", "<h1>You are in line</h1>"],
    ["a sentence among others", "<p>Many want in. You are now in a virtual queue, so please wait.</p>"],
    ["words with an apostrophe of markup's", "<h1>You&rsquo;re in the queue</h1>"],
    ["its product's mark", "<p>Waiting Room powered by Cloudflare</p>"],
  ])("is a waiting room's by %s", (_what, html) => {
    expect(isWaitingRoomPage(html)).toBe(true);
  });

  it.each([
    ["a script for something else", '<h1>Overloaded</h1><script>const chat = "You are in the queue";</script>'],
    ["a remark that nobody reads", "<!-- shown when you are in line --><h1>Overloaded</h1>"],
    ["a condition", "<p>We are overloaded. If you are in line at a branch, ask there.</p>"],
  ])("is none by the same words in %s", (_what, html) => {
    expect(isWaitingRoomPage(html)).toBe(false);
  });
});
