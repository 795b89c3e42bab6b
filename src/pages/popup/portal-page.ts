/**
 * A plain-http page of the browser's own vendor: a network that wants a log-in puts it there. The same
 * hosts are asked by the connectivity probe.
 */
export const portalPage = (userAgent: string): string =>
  userAgent.includes("Firefox/")
    ? "http://detectportal.firefox.com/canonical.html"
    : "http://www.gstatic.com/generate_204";
