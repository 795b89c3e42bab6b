import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Servers of Java applications, which say so themselves when the application has not started. */
export const java = family("java", () => [
  {
    name: "Apache Tomcat",
    side: "site",
    markers: [
      {
        body: passage(
          /<h1>HTTP Status 503\s{1,4}(?:–|-|&ndash;|&#8211;)\s{1,4}Service Unavailable<\/h1>/i,
          4_000,
          /Apache Tomcat/i,
        ),
        word: "unavailable",
        weak: true,
      },
      { headers: { server: /^Apache-Coyote\b/i }, word: "passed-on" },
    ],
  },
  {
    name: "Jetty",
    side: "site",
    markers: [
      { status: [503], body: /Powered by Jetty:\/\//i, word: "unavailable", weak: true },
      { body: /Powered by Jetty:\/\//i, word: "passed-on" },
      { headers: { server: /^Jetty\b/i }, word: "passed-on" },
    ],
  },
]);

export const javaNotes: FamilyNotes = {
  id: "java",
  entries: [
    { product: "Apache Tomcat", words: ["unavailable"], say: ["owner_tomcat_start"] },
    { product: "Jetty", words: ["unavailable"], say: ["owner_jetty_start"] },
  ],
};
