import { passage } from "../http/passage.ts";
import { cleanDetail, field, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";

/** The reasons that mod_proxy gives, matched from their start. */
const REASONS: ReadonlyArray<readonly [RegExp, GatewayWord]> = [
  // Measured with 2.4: a connection closed early and one that ran into ProxyTimeout both read so, as a 502.
  [/^Error reading from remote server/i, "no-valid-answer"],
  [/^(?:Corrupt status line|Malformed connection header|Unexpected Upgrade|Too many \()/i, "origin-invalid"],
  [/^Timeout on 100-Continue/i, "origin-slow"],
  [/^(?:DNS lookup failure|Error during SSL Handshake)/i, "misconfigured"],
];

/**
 * The core's own sentences. Programs in other languages have copied them word for word, so a sentence shows httpd only
 * with a second mark: the break that its source puts in the middle of a line, or its name.
 */
const SENTENCES: ReadonlyArray<readonly [RegExp, GatewayWord]> = [
  [/gateway did not receive a timely(\s{1,4})response/i, "origin-slow"],
  // It speaks of maintenance and capacity, but is what a refused backend gives (measured); a full
  // Apache queues instead of writing it.
  [/temporarily unable to service your(\s{1,4})request due to maintenance downtime/i, "origin-down"],
  [/received an invalid(\s{1,4})response from an upstream server/i, "no-valid-answer"],
];

/** The pages in the reader's language that come with it speak of maintenance too; their frame is the same in all of them. */
const TRANSLATED = passage(/<h2>Error 50[23]<\/h2>/i, 800, /<span>Apache\b/i);
const BY_TRANSLATION: Partial<Record<number, GatewayWord>> = { 502: "no-valid-answer", 503: "origin-down" };

const reasonOf = ({ body }: Sample): string | undefined => /Reason: <strong>([^<]{1,300})/i.exec(body)?.[1];

/** Tomcat's connector calls itself Apache-Coyote and is not this server. */
const isNamed = (sample: Sample): boolean =>
  /^Apache(?:\/|\s|$)/i.test(field(sample, "server")) || /<address>Apache(?:\/|\s)/i.test(sample.body);

function wordOf(sample: Sample): GatewayWord | null {
  const { body, status } = sample;
  if (/<h1>Proxy Error<\/h1>/i.test(body)) {
    const reason = reasonOf(sample);
    const read = reason && REASONS.find(([pattern]) => pattern.test(reason))?.[1];
    if (reason !== undefined || isNamed(sample)) return read || "no-valid-answer";
  }
  if (TRANSLATED.test(body)) return BY_TRANSLATION[status] ?? null;
  for (const [pattern, word] of SENTENCES) {
    const gap = pattern.exec(body)?.[1];
    if (gap !== undefined && (/[\r\n]/.test(gap) || isNamed(sample))) return word;
  }
  return null;
}

export const apache: GatewayFamily = {
  id: "apache",
  products: ["Apache httpd"],
  recognise(sample) {
    // Also a forward proxy, with the same pages.
    const found = { family: "apache", product: "Apache httpd", side: "either" } as const;
    const word = wordOf(sample);
    // The start of the reason is its name; what follows may be a host or a piece of the answer.
    const detail = cleanDetail(reasonOf(sample)?.split(/[:(]/)[0]);
    if (word) return { ...found, word, ...(detail !== undefined && { detail }) };
    // A footer with another text is some other error of Apache's own or of the program it runs.
    return isNamed(sample) ? { ...found, word: "passed-on" } : null;
  },
};

export const apacheNotes: FamilyNotes = {
  id: "apache",
  entries: [
    { words: ["origin-down"], say: ["owner_apache_connect", "owner_apache_retry"] },
    { words: ["origin-slow"], say: ["owner_apache_reading", "owner_apache_timeout"] },
    {
      words: ["no-valid-answer"],
      say: ["owner_apache_reading", "owner_apache_timeout", "owner_apache_keepalive"],
    },
    { words: ["misconfigured"], detail: /^DNS lookup/i, say: ["owner_apache_dns"] },
    { words: ["misconfigured"], say: ["owner_apache_tls"] },
  ],
};
