import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Programs that sites are made with, and their pages for a dead database or for maintenance. */
export const sitePrograms = family("site-programs", () => [
  {
    name: "WordPress",
    side: "site",
    markers: [
      // "Origin" seen from here is the database.
      {
        body: /<h1>Error establishing a database connection<\/h1>/i,
        word: "origin-down",
        detail: "database connection",
        weak: true,
      },
      {
        body: /Briefly unavailable for scheduled maintenance\. Check back in a minute\./i,
        status: [503],
        word: "maintenance",
        weak: true,
      },
    ],
  },
  {
    name: "Drupal",
    side: "site",
    markers: [{ body: /<title>Site under maintenance\b/i, status: [503], word: "maintenance", weak: true }],
  },
  {
    name: "Magento",
    side: "site",
    markers: [{ body: /Magento is in maintenance mode/i, status: [503], word: "maintenance", weak: true }],
  },
  {
    name: "Laravel",
    side: "site",
    markers: [
      {
        body: passage(
          /<title>Service Unavailable<\/title>/i,
          12_000,
          /<div class="[^"]{0,100}">\s{0,40}503\s{0,40}<\/div>/i,
        ),
        status: [503],
        // `artisan down` is the usual reason, and any abort(503) of the program's another.
        word: "unavailable",
        weak: true,
      },
    ],
  },
]);

export const siteProgramsNotes: FamilyNotes = {
  id: "site-programs",
  enough: true,
  entries: [
    { product: "WordPress", words: ["origin-down"], say: ["owner_wordpress_database"] },
    { product: "WordPress", words: ["maintenance"], say: ["owner_wordpress_maintenance"] },
    { product: "Drupal", say: ["owner_drupal_maintenance"] },
    { product: "Magento", say: ["owner_magento_maintenance"] },
    { product: "Laravel", say: ["owner_laravel_down"] },
  ],
};
