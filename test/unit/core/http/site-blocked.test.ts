import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../src/core/http/prose.ts";
import { saysSiteBlocked } from "../../../../src/core/http/site-blocked.ts";

const says = (heading: string, text = ""): boolean => saysSiteBlocked(proseOf(`<h1>${heading}</h1><p>${text}</p>`));

describe("a site that was blocked itself", () => {
  it.each([
    ["Site blocked", "We had to block this site because it spread malware. Owner: read our mail."],
    ["This shop has been blocked by its host", ""],
    ["Website locked", "Its owner can open it again in the control panel."],
    ["Sorry", "This page was blocked by the hosting company."],
    ["Site blocked", "This account has been suspended."],
    ["This website is currently blocked", "Only the owner can lift that."],
  ])("is told of to its owner, or by its host: %s %s", (heading, text) => {
    expect(says(heading, text)).toBe(true);
  });

  it.each([
    ["Site blocked", ""],
    ["This site is blocked", "Your administrator does not allow it."],
    ["Website blocked", "Your IP address was blocked. The owner can be reached by mail."],
    ["Access denied", "If you are the owner, log in."],
    ["You have been blocked", "Write to the site owner to let them know that you were blocked."],
    ["Sorry", "Its owner can open it again."],
    ["The thread is blocked", "Its owner is another thread."],
  ])("is not what refuses a reader, or a filter of theirs: %s %s", (heading, text) => {
    expect(says(heading, text)).toBe(false);
  });
});
