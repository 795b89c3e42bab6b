import * as v from "valibot";
import { lazily } from "./lazily.ts";
import { isMoment } from "./moment.ts";

/** A moment from outside or from a store, either of which may hold any number: epoch milliseconds. */
export const momentSchema = lazily(() => v.pipe(v.number(), v.check(isMoment)));
