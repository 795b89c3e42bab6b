import { readFileSync } from "node:fs";
import * as v from "valibot";

/** A domain that RFC 2606 keeps for examples: whatever lies below it has still to be filled in. */
const PLACEHOLDER = /\.example$/;

/** A page, or a mail address where the field allows one. */
const page = v.pipe(v.string(), v.url(), v.startsWith("https://"));
const mail = v.pipe(v.string(), v.email());

const identitySchema = v.strictObject({
  /** The extension's id in Firefox: never changes once a version is published, or users' installations are left behind. */
  firefoxId: v.pipe(v.string(), v.regex(/^[a-z0-9-._]*@[a-z0-9-._]+$/i), v.maxLength(80)),
  /** Shown beside the extension in the browsers' lists. */
  homePage: page,
  /** Where users ask for help: the stores' field of that name. */
  supportAddress: v.union([page, mail]),
  /** The privacy policy's own page, which the stores link. */
  privacyPolicy: page,
  /** Where the sources are published; the bill of materials names it. */
  sourceCode: page,
});

/** Whom the extension belongs to: what its owner fills in before the first publication. */
export type Identity = v.InferOutput<typeof identitySchema>;

/** Reads identity.json; throws where a value cannot be what its name says. */
export const readIdentity = (): Identity =>
  v.parse(identitySchema, JSON.parse(readFileSync(new URL("../identity.json", import.meta.url), "utf8")));

/** The domain of an address of the web or of mail, or of an id in that form. */
const domainOf = (value: string): string =>
  value.startsWith("https://") ? new URL(value).hostname : value.slice(value.lastIndexOf("@") + 1);

/** Whether a value is one that nobody owns. */
export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(domainOf(value));

/** The names of the fields that have still to be filled in. */
export const placeholdersIn = (identity: Identity): string[] =>
  Object.entries(identity).flatMap(([name, value]) => (isPlaceholder(value) ? [name] : []));
