import { type DnsAnswer, parseDnsJson } from "../dns/answer.ts";
import type { AddressFacts } from "../signals/second-opinion.ts";
import { readStart } from "./bounded-body.ts";

const PATIENCE_MS = 8_000;
const TYPES = ["A", "AAAA"] as const;

/**
 * Asks public resolvers for the addresses of a host, over https in their JSON form. Nothing but the host name is
 * sent. Never rejects; a resolver without a usable answer has null.
 */
export function askResolvers(host: string, endpoints: readonly string[]): Promise<AddressFacts["resolvers"]> {
  return Promise.all(
    endpoints.map(async (endpoint) => {
      const answers = await Promise.all(TYPES.map((type) => askOne(endpoint, host, type)));
      const heard = answers.filter((answer) => answer !== null);
      return { name: new URL(endpoint).host, answer: heard.length === 0 ? null : together(heard) };
    }),
  );
}

const together = (answers: readonly DnsAnswer[]): DnsAnswer => ({
  exists: answers.some(({ exists }) => exists),
  addresses: answers.flatMap(({ addresses }) => addresses),
});

async function askOne(endpoint: string, host: string, type: (typeof TYPES)[number]): Promise<DnsAnswer | null> {
  const url = new URL(endpoint);
  url.searchParams.set("name", host);
  url.searchParams.set("type", type);
  try {
    const response = await fetch(url, {
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      headers: { accept: "application/dns-json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? parseDnsJson((await readStart(response)).text) : null;
  } catch {
    return null;
  }
}
