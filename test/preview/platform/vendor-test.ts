import type { ConnectivityEndpoint } from "../../../src/core/settings/connectivity.ts";

export const VENDOR_TEST: ConnectivityEndpoint = {
  secure: "https://www.gstatic.com/generate_204",
  plain: "http://www.gstatic.com/generate_204",
  expect: "204",
};
