import { READ_TIMEOUT_SECONDS } from "./contract.ts";

/** What every Squid of the lab shares: it serves loopback, keeps nothing, writes nowhere but its own folder, gives up soon. */
export const squidBase = (folder: string): string => `
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
connect_timeout ${READ_TIMEOUT_SECONDS} seconds
read_timeout ${READ_TIMEOUT_SECONDS} seconds
forward_timeout ${READ_TIMEOUT_SECONDS * 2} seconds
dns_timeout ${READ_TIMEOUT_SECONDS} seconds
dns_nameservers 127.0.0.1
`;
