import * as v from "valibot";
import { hostKind } from "../http/host-kind.ts";
import { lazily } from "../lazily.ts";

/** An address without a name, a password or a fragment that passes; as URLs write it, without a slash at a base's end. */
const address = (mayBe: (url: URL) => boolean, end = /$/) =>
  lazily(() =>
    v.pipe(
      v.string(),
      v.transform((text) => {
        if (text.length > 300 || !URL.canParse(text)) return null;
        const url = new URL(text);
        return url.username + url.password + url.hash === "" && mayBe(url) ? url.href.replace(end, "") : null;
      }),
      v.string(),
    ),
  );

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && hostKind(hostname) !== "public");

/** An address that may be asked: https, or plain http on a host of one's own network or machine. */
export const safeAddress = address(isSafe);
/** Whether `safeAddress` takes a text. */
export const isAddress = (text: string): boolean => v.is(safeAddress(), text);
/** Base of an API: paths are put behind it, so it has no slash at its end and no query. */
export const baseAddress = address((url) => isSafe(url) && url.search === "", /(?<!\/)\/+$/);
export const secureAddress = address(({ protocol }) => protocol === "https:");
/** For the endpoint whose purpose it is to be asked without encryption, as a network's log-in page wants it. */
export const plainAddress = address(({ protocol }) => protocol === "http:");
