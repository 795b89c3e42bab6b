import type { Plugin } from "vite";

export const withoutInnerHtml: Plugin;
