import * as v from "valibot";
import { hostKind } from "../incident/host-kind.ts";

const MOST = 300;

/** An address without a name, a password or a fragment, whose protocol and host pass; as URLs write it. */
const address = (mayBe: (url: URL) => boolean) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(MOST),
    v.check((text) => URL.canParse(text)),
    v.transform((text) => new URL(text)),
    v.check((url) => url.username === "" && url.password === "" && url.hash === "" && mayBe(url)),
    v.transform(({ href }) => href),
  );

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && hostKind(hostname) !== "public");

/** An address that may be asked: https, or plain http on a host of one's own network or machine. */
export const safeAddress = address(isSafe);

/** Base of an API: paths are put behind it, so it has no slash at its end and no query. */
export const baseAddress = v.pipe(
  address((url) => isSafe(url) && url.search === ""),
  v.transform((href) => href.replace(/\/+$/, "")),
);

/** For the endpoint whose purpose it is to be asked without encryption, as a network's log-in page wants it. */
export const plainAddress = address(({ protocol }) => protocol === "http:");
