import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

const DIAL = /error trying to reach service: dial tcp /;

/** The API server's way to a service, which answers with an object of kind Status. */
export const kubernetes = family("kubernetes", () => [
  {
    name: "Kubernetes",
    side: "site",
    detail: /"reason":\s{0,4}"([A-Za-z]{1,40})"/,
    markers: [
      {
        text: passage(/"kind":\s{0,4}"Status"/, 1_000, /no endpoints available for service/),
        word: "origin-down",
        weak: true,
      },
      { text: passage(DIAL, 200, /i\/o timeout/), word: "origin-slow", weak: true },
      {
        text: passage(DIAL, 200, /connection refused/),
        word: "origin-down",
        weak: true,
      },
      { text: /error trying to reach service: /, word: "no-valid-answer", weak: true },
    ],
  },
]);

export const kubernetesNotes: FamilyNotes = {
  id: "kubernetes",
  entries: [
    { detail: /^ServiceUnavailable$/, words: ["origin-down"], say: ["owner_kubernetes_endpoints"] },
    { say: ["owner_kubernetes_dial", "owner_kubernetes_endpoints"] },
  ],
};
