import type { OwnerFamily } from "./note.ts";

export const sitePrograms: OwnerFamily = {
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
