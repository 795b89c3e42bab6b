import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LONGEST_BODY } from "../../../src/core/http/page-content.ts";
import { readStart } from "../../../src/probes/bounded-body.ts";

const bytes = (length: number, value = 97): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(value);

/** A body that comes in the given pieces; then it ends, breaks, or stays open for ever. */
function body(pieces: ReadonlyArray<Uint8Array<ArrayBuffer>>, then: "ends" | "breaks" | "hangs") {
  let cancelled = false;
  let next = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const piece = pieces[next];
        next += 1;
        if (piece) return controller.enqueue(piece);
        if (then === "ends") return controller.close();
        if (then === "breaks") return controller.error(new TypeError("terminated"));
        return new Promise(() => undefined);
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, wasCancelled: () => cancelled, taken: () => next };
}

const html = (stream: BodyInit | null, charset = "utf-8") =>
  new Response(stream, { headers: { "content-type": `text/html; charset=${charset}` } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("readStart", () => {
  it("reads a whole short body", async () => {
    expect(await readStart(html("<h1>Bad Gateway</h1>"))).toEqual({ text: "<h1>Bad Gateway</h1>", truncated: false });
  });

  it("reads nothing of no body", async () => {
    expect(await readStart(html(null))).toEqual({ text: "", truncated: false });
    expect(await readStart(html(""))).toEqual({ text: "", truncated: false });
  });

  it("holds no more than the limit, stops reading there and lets the rest go", async () => {
    const endless = body(
      Array.from({ length: 1_000 }, () => bytes(10_000)),
      "hangs",
    );
    const { text, truncated } = await readStart(html(endless.stream));
    expect(text).toHaveLength(LONGEST_BODY);
    expect(truncated).toBe(true);
    expect(endless.taken()).toBe(2);
    expect(endless.wasCancelled()).toBe(true);
  });

  it("cuts one piece of a megabyte", async () => {
    const { text, truncated } = await readStart(html(body([bytes(1_000_000)], "ends").stream), 100);
    expect([text.length, truncated]).toEqual([100, true]);
  });

  it("gives up a body that never ends after three seconds, with what has come by then", async () => {
    const hanging = body([bytes(5)], "hangs");
    let read: unknown;
    const reading = readStart(html(hanging.stream)).then((result) => {
      read = result;
    });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(read).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(read).toEqual({ text: "aaaaa", truncated: true });
    expect(hanging.wasCancelled()).toBe(true);
  });

  it("keeps the start of a body that breaks off", async () => {
    expect(await readStart(html(body([bytes(5)], "breaks").stream))).toEqual({ text: "aaaaa", truncated: true });
  });

  it("replaces bytes that are no text", async () => {
    const { text } = await readStart(html(body([new Uint8Array([0xff, 0xfe, 0x41])], "ends").stream));
    expect(text).toBe("\ufffd\ufffdA");
  });

  it("reads a character that two pieces share", async () => {
    const euro = new TextEncoder().encode("€");
    const pieces = [euro.slice(0, 1), euro.slice(1)];
    expect((await readStart(html(body(pieces, "ends").stream))).text).toBe("€");
  });

  it.each([
    ["iso-8859-1", [0xfc], "ü"],
    ["windows-1251", [0xcf], "П"],
    ["shift_jis", [0x83, 0x81], "メ"],
    ["no-such-charset", [0xc3, 0xbc], "ü"],
    ['"utf-8"', [0xc3, 0xbc], "ü"],
  ])("decodes %s", async (charset, given, text) => {
    expect((await readStart(html(body([new Uint8Array(given)], "ends").stream, charset))).text).toBe(text);
  });

  it("takes a body without a type for UTF-8", async () => {
    expect((await readStart(new Response(new Uint8Array([0xc3, 0xbc])))).text).toBe("ü");
  });
});
