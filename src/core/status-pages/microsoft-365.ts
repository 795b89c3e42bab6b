import type { StatusProduct } from "./product.ts";

/** What Microsoft 365 says of a customer's services needs a sign-in, so its board is only linked. */
export const microsoft365: StatusProduct = {
  id: "microsoft-365",
  at: ["status.cloud.microsoft", "status.office.com", "status.office365.com", "portal.office.com"],
  endpoints: () => [],
  parse: () => null,
};
