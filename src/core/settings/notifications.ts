import * as v from "valibot";
import { lazily } from "../lazily.ts";

export const notificationsSchema = lazily(() =>
  v.object({ shown: v.optional(v.boolean(), true), sound: v.optional(v.boolean(), true) }),
);

/** Whether notifications are shown, and whether they may make a sound where the browser lets an extension say so. */
export type Notifications = Readonly<v.InferOutput<ReturnType<typeof notificationsSchema>>>;

export const NOTIFICATIONS: Notifications = { shown: true, sound: true };
