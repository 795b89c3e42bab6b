import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/**
 * HAProxy sends no name of its own, only these fixed pages (its http_err_msgs). Status and sentence
 * must stand together: sites quote either of them alone.
 */
export const haproxy = family("haproxy", () => [
  {
    name: "HAProxy",
    side: "site",
    markers: [
      {
        body: /<h1>502 Bad Gateway<\/h1>\s{1,4}The server returned an invalid or incomplete response\./i,
        word: "origin-invalid",
      },
      {
        body: /<h1>503 Service Unavailable<\/h1>\s{1,4}No server is available to handle this request\./i,
        word: "origin-down",
      },
      { body: /<h1>504 Gateway Time-out<\/h1>\s{1,4}The server didn't respond in time\./i, word: "origin-slow" },
      // The misspelling was mended in later versions.
      {
        body: /<h1>500 Internal Server Error<\/h1>\s{1,4}An internal server error occurr?ed\./i,
        word: "gateway-fault",
      },
    ],
  },
  {
    name: "OpenShift",
    side: "site",
    markers: [
      {
        status: [503],
        body: passage(/Application is not available/i, 2_000, /not serving requests at this endpoint/i),
        word: "origin-down",
        weak: true,
      },
    ],
  },
]);

export const haproxyNotes: FamilyNotes = {
  id: "haproxy",
  entries: [
    { product: "OpenShift", say: ["owner_openshift_endpoints"] },
    { words: ["origin-down"], say: ["owner_haproxy_down", "owner_haproxy_stat"] },
    { words: ["origin-invalid"], say: ["owner_haproxy_invalid", "owner_haproxy_bufsize"] },
    { words: ["origin-slow"], say: ["owner_haproxy_slow"] },
  ],
};
