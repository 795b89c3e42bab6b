import { hostKind } from "../incident/host-kind.ts";
import { bytesOf, networkOf, spelling } from "./address.ts";

/**
 * How an address stands to a set of others: among them, in the same network as one of them, apart from all of
 * them, or not to be told.
 */
export type Likeness = "same" | "same-network" | "different" | "unknown";

/** Whether an address can be anybody's public one: a proxy's on this computer or in the network is not. */
export function isPublicAddress(address: string): boolean {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  return (
    hostKind(bytes.length === 4 ? bytes.join(".") : new URL(`http://[${address.split("%")[0]}]/`).hostname) === "public"
  );
}

/**
 * Compares the address that the browser reached with those that others are led to. Only like is compared with
 * like: an IPv6 address says nothing beside IPv4 ones. A different address alone proves nothing, for sites hand
 * out different ones on purpose.
 */
export function likenessOf(reached: string | null, others: readonly string[]): Likeness {
  const own = reached === null ? null : bytesOf(reached);
  if (reached === null || !own || !isPublicAddress(reached)) return "unknown";
  const alike = others.filter((other) => bytesOf(other)?.length === own.length);
  if (alike.length === 0) return "unknown";
  if (alike.some((other) => spelling(other) === spelling(reached))) return "same";
  return alike.some((other) => networkOf(other) === networkOf(reached)) ? "same-network" : "different";
}
