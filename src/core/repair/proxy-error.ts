/**
 * What browsers call it when they did not get past a proxy: Chromium's net_error_list.h, Firefox's xpc.msg. A proxy that
 * answers in the site's place is none of these.
 */
const AT_PROXY =
  /^(?:net::ERR_(?:PROXY_|TUNNEL_CONNECTION_FAILED|SOCKS_CONNECTION_|MANDATORY_PROXY_)|NS_ERROR_(?:PROXY_|UNKNOWN_PROXY_))/;

/** Whether a browser's word for a failed request says that its proxy failed. */
export const isProxyError = (error: string): boolean => AT_PROXY.test(error);
