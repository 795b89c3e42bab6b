/**
 * The page of what has failed, searched for a host. The browser keeps this address in its own history, so that it names no
 * host of a private window or a container, of which nothing is to be kept.
 */
export const historyPage = (host: string, isPrivate: boolean): string =>
  isPrivate ? "../history/index.html" : `../history/index.html?q=${encodeURIComponent(host)}`;
