import * as v from "valibot";
import { lazily } from "../lazily.ts";

/** Each of them is a pattern of a script's registration. */
export const MOST_LIVE_PARTS = 100;

/** A host as match patterns take it: one that they do not take would keep the script from all the others. */
export const livePartSchema = lazily(() =>
  v.pipe(
    v.string(),
    v.maxLength(253),
    v.toLowerCase(),
    v.regex(/^[a-z0-9][a-z0-9._-]*$/),
    v.check((host) => /[a-z0-9]$/.test(host)),
  ),
);

/** Hosts of pages whose failing requests are noticed live. */
export type LiveParts = readonly string[];

/** Whether a host may stand there at all. */
export const canBeLive = (host: string): boolean => v.is(livePartSchema(), host);
