import { basename } from "node:path";
import { READ_TIMEOUT_SECONDS } from "./contract.ts";

/**
 * Squid's name for what it keeps in shared memory: of letters and digits, and of this one Squid alone. Two of one name,
 * or one after another that was killed, stand in each other's way.
 */
export const squidService = (folder: string): string => basename(folder).replace(/[^a-z0-9]/gi, "");

export const squidArgs = (folder: string): readonly string[] => [
  ...["-N", "-n", squidService(folder)],
  ...["-f", `${folder}/squid.conf`],
];

/** What every Squid of the lab shares: it serves loopback, keeps nothing, writes nowhere but its own folder, gives up soon. */
export const squidBase = (folder: string, patienceSeconds = READ_TIMEOUT_SECONDS): string => `
acl all src all
http_access allow all
cache deny all
cache_mem 8 MB
pid_filename ${folder}/squid.pid
access_log none
cache_log ${folder}/cache.log
cache_store_log none
coredump_dir ${folder}
netdb_filename none
pinger_enable off
shutdown_lifetime 0 seconds
connect_timeout ${patienceSeconds} seconds
read_timeout ${patienceSeconds} seconds
forward_timeout ${patienceSeconds * 2} seconds
dns_timeout ${READ_TIMEOUT_SECONDS} seconds
dns_nameservers 127.0.0.1
`;
