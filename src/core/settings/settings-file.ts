import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";
import { isModest } from "../modest-json.ts";
import { parseJson } from "../parse-json.ts";
import { FIELDS, type Parsed, parseSettings, type Settings } from "./settings.ts";

const SCHEMA = "faultline-settings/1";
/** No file of settings is as large, in characters; one that is was not written by Faultline. */
const LONGEST_FILE = 1_000_000;

const fileSchema = lazily(() =>
  v.object({
    schema: v.literal(SCHEMA),
    // What it holds is parsed one by one: a schema of a record would look at each of a hundred thousand names first.
    settings: v.custom<object>((given) => typeof given === "object" && given !== null && !Array.isArray(given)),
  }),
);

/** What a file holds, as far as it can be understood. */
export type SettingsFile =
  | {
      readonly state: "read";
      /** What is taken. */
      readonly parsed: Parsed;
      /** It says whom one click may ask unseen, which is not taken. */
      readonly namesRecipients: boolean;
      /** Names that no setting has, at most a few of them. */
      readonly unknown: readonly string[];
    }
  | { readonly state: "not-settings" };

const MOST_NAMED = 5;
/** A file can hold more mistakes than a page can show; whoever mends these reads it in again. */
const MOST_PROBLEMS = 20;
const LONGEST_NAME = 40;

/**
 * The user's own settings as a file of JSON. A token stays behind: files are passed on. So does what no file brings back:
 * whom one click may ask unseen.
 */
export function settingsFile({ askUnasked: _, ...user }: Partial<Settings>): string {
  const settings = user.vantage ? { ...user, vantage: { base: user.vantage.base } } : user;
  return `${JSON.stringify({ schema: SCHEMA, settings }, null, 2)}\n`;
}

/**
 * Reads a file of settings. Each is taken on its own; what is not understood is named and left out. Whom one click may ask
 * unseen is what the user has said in the popup, never what a file says: it may be a stranger's, and name its own host.
 */
export function readSettingsFile(content: string): SettingsFile {
  if (!isModest(content, LONGEST_FILE)) return { state: "not-settings" };
  const file = parseJson(fileSchema, content);
  if (!file) return { state: "not-settings" };
  const { settings } = file;
  const known: readonly string[] = FIELDS;
  const unknown = Object.keys(settings)
    .filter((name) => !known.includes(name))
    .slice(0, MOST_NAMED)
    .map((name) => foreignText(name, LONGEST_NAME))
    // What has no name that can be read cannot be named.
    .filter((name) => name !== "");
  const { settings: understood, problems } = parseSettings(settings);
  const { askUnasked, ...taken } = understood;
  const told = problems.filter(({ field }) => field !== "askUnasked");
  // What cannot be read of them is not taken either.
  const namesRecipients = askUnasked !== undefined || told.length < problems.length;
  return {
    state: "read",
    parsed: { settings: taken, problems: told.slice(0, MOST_PROBLEMS) },
    namesRecipients,
    unknown,
  };
}

/** The user's settings once a file was taken in. A token that was given for the same address stays. */
export function withFile(user: Partial<Settings>, read: Partial<Settings>): Partial<Settings> {
  const { vantage } = read;
  const kept = vantage && vantage.token === null && user.vantage?.base === vantage.base ? user.vantage.token : null;
  return { ...user, ...read, ...(vantage && kept ? { vantage: { ...vantage, token: kept } } : {}) };
}
