import type { Plugin } from "vite";

export const polyfillModule: Plugin;
