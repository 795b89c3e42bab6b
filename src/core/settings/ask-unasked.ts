import * as v from "valibot";
import { lazily } from "../lazily.ts";

/** Nobody asks more recipients than these. */
export const MOST_RECIPIENTS = 20;

/** A recipient as it is remembered: the host that is asked, as the popup names it. */
export const recipientSchema = lazily(() => v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9.:[\]-]{1,255}$/)));

/** Whether one click asks all of these hosts at once, without showing the request first. */
export const isRemembered = (remembered: readonly string[], hosts: readonly string[]): boolean =>
  hosts.length > 0 && hosts.every((host) => remembered.includes(host));
