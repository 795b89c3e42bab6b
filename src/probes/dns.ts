import { type DnsAnswer, parseDnsJson } from "../core/places/dns-answer.ts";
import type { AddressFacts } from "../core/places/second-opinion.ts";
import type { Resolver } from "../core/settings/resolvers.ts";
import { bareFetch } from "./bare-fetch.ts";
import { readStart } from "./bounded-body.ts";

const PATIENCE_MS = 8_000;
const TYPES = ["A", "AAAA"] as const;

/**
 * Asks public resolvers for the addresses of a host, over https in their JSON form. Nothing but the host name is
 * sent. Never rejects; a resolver without a usable answer has null.
 */
export function askResolvers(host: string, resolvers: readonly Resolver[]): Promise<AddressFacts["resolvers"]> {
  return Promise.all(
    resolvers.map(async ({ name, url }) => {
      const answers = await Promise.all(TYPES.map((type) => askOne(url, host, type)));
      const heard = answers.filter((answer) => answer !== null);
      return { name, answer: heard.length === 0 ? null : together(heard) };
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
    const response = await bareFetch(url, {
      headers: { accept: "application/dns-json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? parseDnsJson((await readStart(response)).text) : null;
  } catch {
    return null;
  }
}
