import { FIELDS, type Settings } from "./settings.ts";

/** What some settings were before a change; undefined where the user had set nothing. */
export type Earlier = { readonly [F in keyof Settings]?: Settings[F] | undefined };

/** What a change from `before` to `after` has touched, as it was before. Settings that it left alone are the same objects. */
export function earlierThan(before: Partial<Settings>, after: Partial<Settings>): Earlier {
  const touched = FIELDS.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(touched.map((field) => [field, before[field]]));
}

/** Whether a change took something away that the user had set. */
export const losesAny = (earlier: Earlier): boolean => Object.values(earlier).some((value) => value !== undefined);

/** All that the user has set, with those settings as they were: what has been set since beside them stays. */
export function backTo(now: Partial<Settings>, earlier: Earlier): Partial<Settings> {
  const all = Object.entries({ ...now, ...earlier });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
