import { isBack } from "../incident/reload.ts";
import { isContrast } from "../incident/told.ts";
import { message } from "../message.ts";
import type { Check } from "./check.ts";

/**
 * Does the page work in a private window? Signed in afresh there, and here, loaded again after it, failing: what
 * this browser keeps for the site is at fault, for the account works. Failing there too: nothing that is kept
 * here can be. A window without a sign-in shows no more than the request without cookies did, whether or not
 * the site has accounts, which the user may not know: it settles nothing.
 */
export const privateWindow: Check<"privateWindow" | "reload"> = {
  id: "private-window",
  requires: ["privateWindow", "reload"],
  gives: ["fresh-session-works", "fresh-session-fails"],
  judge({ privateWindow: seen, reload }) {
    switch (seen) {
      case "not-asked":
        return { outcome: "not-applicable", says: message("check_private_window_not_asked"), evidence: [] };
      case "fails":
        return { outcome: "pass", says: message("check_private_window_fails"), evidence: ["fresh-session-fails"] };
      case "works-signed-out":
        return { outcome: "inconclusive", says: message("check_private_window_signed_out"), evidence: [] };
      case "works":
        if (isBack(reload)) return { outcome: "pass", says: message("check_private_window_back"), evidence: [] };
        return reload === "fails"
          ? { outcome: "fail", says: message("check_private_window_works"), evidence: ["fresh-session-works"] }
          : { outcome: "inconclusive", says: message("check_private_window_uncompared"), evidence: [] };
    }
  },
  observe: ({ privateWindow: seen }) => (isContrast(seen) ? ["seen-in-private-window"] : []),
};
