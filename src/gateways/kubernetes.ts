import { family } from "./markers.ts";

/** The API server's way to a service, which answers with an object of kind Status. */
export const kubernetes = family("kubernetes", [
  {
    name: "Kubernetes",
    side: "site",
    detail: /"reason":\s{0,4}"([A-Za-z]{1,40})"/,
    markers: [
      {
        text: /"kind":\s{0,4}"Status"[\s\S]{0,1000}no endpoints available for service/,
        word: "origin-down",
        weak: true,
      },
      { text: /error trying to reach service: dial tcp [\s\S]{0,200}i\/o timeout/, word: "origin-slow", weak: true },
      {
        text: /error trying to reach service: dial tcp [\s\S]{0,200}connection refused/,
        word: "origin-down",
        weak: true,
      },
      { text: /error trying to reach service: /, word: "no-valid-answer", weak: true },
    ],
  },
]);
