import { message } from "../message.ts";
import type { Check } from "./check.ts";

/**
 * Which requests of a page that loaded were answered with an error? It only says what was seen: what the error
 * means is for the other checks, which look into the host that failed most.
 */
export const pageRequests: Check<"requests"> = {
  id: "page-requests",
  requires: ["requests"],
  gives: [],
  judge({ requests }) {
    if (!requests) return { outcome: "not-applicable", says: message("check_page_requests_page"), evidence: [] };
    const [worst, ...others] = requests.failing;
    if (!worst) return { outcome: "pass", says: message("check_page_requests_none"), evidence: [] };
    const statuses = worst.statuses.join(", ");
    const answered = String(requests.pageStatus);
    const failedAtOthers = others.reduce((sum, { failed }) => sum + failed, 0);
    const says =
      failedAtOthers > 0
        ? message(
            "check_page_requests_more",
            answered,
            String(worst.failed),
            worst.host,
            statuses,
            String(failedAtOthers),
          )
        : worst.failed === 1
          ? message("check_page_requests_one", answered, worst.host, statuses)
          : message("check_page_requests_many", answered, String(worst.failed), worst.host, statuses);
    return { outcome: "fail", says, evidence: [] };
  },
};
