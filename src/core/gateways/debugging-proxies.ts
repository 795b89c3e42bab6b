import { passage } from "../http/passage.ts";
import { family, type Product } from "./markers.ts";

/** A sentence of Fiddler's, which it pads to 512 bytes, as text or in a document. */
const fiddler = (sentence: string) => new RegExp(`^(?:<[^>]{0,200}>|\\s){0,20}\\[Fiddler\\] ${sentence}`);
const mitmproxy = (reason: string) => new RegExp(`<h1>50\\d [A-Za-z ]{5,30}</h1>\\s{0,4}<p>${reason}`);
/** The exception of Java's that it met, in a text of its own. */
const zap = (exception: string) => new RegExp(`ZAP Error \\[${exception}`);
const NAMED = { server: /^mitmproxy\b/i };
const UNREACHED: Product["markers"][number]["word"] = "unreached";

/** Programs with which people look at their own browser's traffic. */
export const debuggingProxies = family("debugging-proxies", () => [
  {
    name: "Fiddler",
    side: "user",
    detail: /\bError: ([A-Za-z]{3,40} \(0x[0-9a-f]{1,8}\))/,
    markers: [
      {
        body: fiddler("The connection to the upstream proxy/gateway failed"),
        word: "own-upstream-dead",
        detail: "upstream proxy/gateway",
      },
      {
        body: fiddler("[\\s\\S]{0,600}no network connection is available"),
        word: "own-upstream-dead",
        detail: "no network connection",
      },
      { body: fiddler("[\\s\\S]{0,600}\\(0x274d\\)"), word: "origin-down" },
      { body: fiddler("DNS Lookup for"), word: "name-not-found", detail: "DNS Lookup Failed" },
      { body: fiddler("The connection to "), word: UNREACHED },
      { body: fiddler("ReadResponse\\(\\) failed"), word: "no-valid-answer", detail: "Receive Failure" },
    ],
  },
  {
    name: "Charles",
    side: "user",
    markers: [{ body: /<title>Charles Error Report<\/title>/i, word: "unreached" }],
  },
  {
    name: "ZAP",
    side: "user",
    detail: zap("(?:\\w{1,40}\\.){0,8}(\\w{3,60})"),
    markers: [
      { text: zap("java\\.net\\.UnknownHostException"), word: "name-not-found" },
      { text: zap("java\\.net\\.ConnectException\\]: Connection refused"), word: "origin-down" },
      { text: zap("javax\\.net\\.ssl\\."), word: "misconfigured" },
      { text: zap("java"), word: UNREACHED },
    ],
  },
  {
    name: "Burp Suite",
    side: "user",
    markers: [
      { body: passage(/<title>Burp Suite[^<]{0,40}<\/title>/i, 4_000, /background: ?#e06228/i), word: "unreached" },
    ],
  },
  {
    name: "mitmproxy",
    side: "user",
    detail: /<\/h1>\s{0,4}<p>([^<:]{1,80})/,
    markers: [
      { headers: NAMED, body: mitmproxy("server closed connection"), word: "no-valid-answer" },
      {
        headers: NAMED,
        body: mitmproxy("(?:unexpected server response|HTTP/1 protocol error)"),
        word: "origin-invalid",
      },
      // Python names the address: on this computer only a proxy of the user's own is asked, not a site.
      {
        headers: NAMED,
        body: mitmproxy("\\[Errno \\d{2,5}\\] Connect call failed \\('127\\."),
        word: "own-upstream-dead",
      },
      // ECONNREFUSED of Linux, macOS and Windows.
      { headers: NAMED, body: mitmproxy("\\[Errno (?:111|61|10061)\\] Connect call failed"), word: "origin-down" },
      { headers: NAMED, word: "unreached" },
    ],
  },
]);
