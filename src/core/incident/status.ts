/** The statuses that a gateway gives when what is behind it fails; they are worth trying again. */
export function isRetried(status: number): boolean {
  return status === 502 || status === 503 || status === 504 || (status >= 520 && status <= 530);
}

/** A failure is a main-frame answer of 500 to 599. Chromium passes a status of 600 through; it is not one. */
export function isFailure(status: number): boolean {
  return status >= 500 && status <= 599;
}

/** The site says that it was asked too often (RFC 6585 section 4): whatever is done then, it must ask for little. */
export const isLimited = (status: number | null): boolean => status === 429;

/** What a click answers with a check: failures, and limits, which nothing notices by itself. */
export const isChecked = (status: number): boolean => isFailure(status) || isLimited(status);
