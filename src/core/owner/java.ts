import type { OwnerFamily } from "./note.ts";

export const java: OwnerFamily = {
  id: "java",
  entries: [
    { product: "Apache Tomcat", words: ["unavailable"], say: ["owner_tomcat_start"] },
    { product: "Jetty", words: ["unavailable"], say: ["owner_jetty_start"] },
  ],
};
