import { BOARDS } from "./boards.ts";
import { FEEDS } from "./feeds.ts";
import { HOSTED } from "./hosted.ts";
import type { Sample } from "./sample.ts";
import { SELF_HOSTED } from "./self-hosted.ts";

export const SAMPLES: readonly Sample[] = [...HOSTED, ...SELF_HOSTED, ...BOARDS, ...FEEDS];
