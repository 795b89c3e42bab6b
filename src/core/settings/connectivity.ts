import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { plainAddress, secureAddress } from "./addresses.ts";
import { words } from "./words.ts";

export const connectivitySchema = lazily(() =>
  v.object({
    secure: secureAddress(),
    plain: v.optional(v.nullable(plainAddress()), null),
    /** Three digits are the status of the true answer, anything else is its whole text. */
    expect: v.optional(words(200), "204"),
  }),
);

/** What is asked to try the way to the internet: over https, and without encryption where there is such an address. */
export type ConnectivityEndpoint = Readonly<v.InferOutput<ReturnType<typeof connectivitySchema>>>;
