import { bytesOf, networkOf, spelling } from "./address.ts";
import { addressKind } from "./host-kind.ts";

/**
 * How an address stands to a set of others: among them, in the same network as one of them, apart from all of
 * them, or not to be told.
 */
type Likeness = "same" | "same-network" | "different" | "unknown";

/** Whether an address can be anybody's public one: a proxy's on this computer or in the network is not. */
export function isPublicAddress(address: string): boolean {
  const bytes = bytesOf(address);
  return bytes !== null && addressKind(bytes) === "public";
}

/**
 * Whether the address that the browser reached lies in the user's own network or computer: a server or a proxy there,
 * and either way a name that may mean nothing outside, so that nobody outside is told of it.
 */
export const isInside = (reached: string | null): reached is string => reached !== null && !isPublicAddress(reached);

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
