/** What one answer says: its fields, its status, its address. */
import fc from "fast-check";
import { bytesOf, ipVersionOf, networkOf, spelling } from "../../../src/core/http/address.ts";
import { fromSharedCache, header, isChallenge, meaningOf, type Response } from "../../../src/core/http/answer.ts";
import { parseCacheStatus } from "../../../src/core/http/cache-status.ts";
import { isInside, isPublicAddress, likenessOf } from "../../../src/core/http/compare-addresses.ts";
import { dateOf } from "../../../src/core/http/date.ts";
import { durationOf, isUnit } from "../../../src/core/http/duration.ts";
import { combined, itemsOf, shown } from "../../../src/core/http/fields.ts";
import { hops } from "../../../src/core/http/hops.ts";
import { hostKind } from "../../../src/core/http/host-kind.ts";
import { belowLabel } from "../../../src/core/http/labelled-wait.ts";
import { linkTargets } from "../../../src/core/http/link.ts";
import { isPluralOfAct, namesAct, read } from "../../../src/core/http/one-shot/act-words.ts";
import { kindOf } from "../../../src/core/http/one-shot/address-keys.ts";
import { isBelowTitles, isIdentifier, isTitle } from "../../../src/core/http/one-shot/content-places.ts";
import { isForeignAct } from "../../../src/core/http/one-shot/foreign-acts.ts";
import { isOneShot } from "../../../src/core/http/one-shot/one-shot.ts";
import { looksRandom, mayBeSecret } from "../../../src/core/http/one-shot/random-text.ts";
import { parseProxyStatus } from "../../../src/core/http/proxy-status.ts";
import { isPublicService } from "../../../src/core/http/public-services.ts";
import { statusBehind, timeBehind } from "../../../src/core/http/relay.ts";
import { parseRetryAfter } from "../../../src/core/http/retry-after.ts";
import { parseVia } from "../../../src/core/http/via.ts";
import { ADDRESSES, FIELD_LISTS, HOSTS, PAGES, WAITS_WRITTEN } from "../corpus.ts";
import { type Door, door } from "../door.ts";
import { fields, texts } from "../mutations.ts";

const ROOM = "src/core/http";
const NOW = Date.UTC(2026, 8, 23, 12);

const lists = fields(FIELD_LISTS);
const fieldValues = texts([...new Set(FIELD_LISTS.flat().map(([, value]) => value))], 16_384);
const waits = texts(WAITS_WRITTEN, 4_096);
const hosts = texts(HOSTS, 300);
const addresses = texts(ADDRESSES, 8_192);
const parts = texts(
  ADDRESSES.flatMap((address) => address.split(/[/?&=]/)),
  8_192,
);

/** An answer as `responseOf` reads it: of the status what servers send, of the body 16 KB at most. */
export const responses: fc.Arbitrary<Response> = fc.record({
  kind: fc.constant("response" as const),
  url: fc.constantFrom("https://shop.example/cart", "http://shop.example/", "https://shop.example:8443/?q=1"),
  status: fc.oneof(
    fc.constantFrom(200, 302, 403, 404, 429, 500, 502, 503, 504, 520, 530),
    fc.integer({ min: 100, max: 999 }),
  ),
  headers: lists,
  body: texts(PAGES, 16_384),
  truncated: fc.boolean(),
});

const SMALL = { most: 40 };
/** A field's value as it is shown: sixty characters of ASCII. */
const SHOWN = 64;

const ofFields = <T>(name: string, call: (list: (typeof FIELD_LISTS)[number]) => T, promises: { most: number }): Door =>
  door(`${ROOM}/${name}`, lists, call, promises);

export const HTTP_DOORS: readonly Door[] = [
  ofFields("fields.ts: combined", (list) => combined(list, list[0]?.[0] ?? "via"), { most: 8_010 }),
  door(`${ROOM}/fields.ts: shown`, fieldValues, shown, { most: SHOWN, shown: (text) => [text] }),
  // Twenty members of a value of 8 KB: the items are parsed further, and never shown.
  door(`${ROOM}/fields.ts: itemsOf`, fieldValues, itemsOf, { most: 40_000 }),
  door(`${ROOM}/via.ts: parseVia`, lists, parseVia, {
    most: 20 * 200,
    shown: (all) => all.flatMap(({ by, comment }) => [by, comment]),
  }),
  door(`${ROOM}/proxy-status.ts: parseProxyStatus`, lists, parseProxyStatus, {
    most: 20 * 300,
    shown: (all) => all.flatMap(({ name, details }) => [name, details]),
  }),
  door(`${ROOM}/cache-status.ts: parseCacheStatus`, lists, parseCacheStatus, {
    most: 20 * 200,
    shown: (all) => all.map(({ name }) => name),
  }),
  door(`${ROOM}/hops.ts: hops`, lists, hops, { most: 62 * 600, shown: (all) => all }),
  ofFields("link.ts: linkTargets", (list) => linkTargets(list, "status"), { most: 8_100 }),
  ofFields("relay.ts: statusBehind", statusBehind, SMALL),
  ofFields("relay.ts: timeBehind", timeBehind, SMALL),
  door(`${ROOM}/retry-after.ts: parseRetryAfter`, waits, (text) => parseRetryAfter(text, NOW), SMALL),
  door(`${ROOM}/labelled-wait.ts: belowLabel`, waits, (text) => belowLabel(text.slice(0, 200), NOW), SMALL),
  door(`${ROOM}/date.ts: dateOf`, waits, (text) => dateOf(text.slice(0, 200), NOW), SMALL),
  door(`${ROOM}/duration.ts: durationOf`, waits, (text) => durationOf(text.slice(0, 200)), SMALL),
  door(`${ROOM}/duration.ts: isUnit`, waits, isUnit, SMALL),
  door(`${ROOM}/answer.ts: header`, responses, (answer) => header(answer, "Retry-After"), { most: 4_100 }),
  door(`${ROOM}/answer.ts: fromSharedCache`, responses, fromSharedCache, SMALL),
  door(`${ROOM}/answer.ts: isChallenge`, responses, isChallenge, SMALL),
  door(`${ROOM}/answer.ts: meaningOf`, responses, meaningOf, SMALL),
  door(`${ROOM}/address.ts: bytesOf`, hosts, bytesOf, { most: 16 * 5 }),
  door(`${ROOM}/address.ts: ipVersionOf`, hosts, ipVersionOf, SMALL),
  door(`${ROOM}/address.ts: spelling`, hosts, spelling, { most: 50, shown: (text) => [text] }),
  door(`${ROOM}/address.ts: networkOf`, hosts, networkOf, { most: 50 }),
  door(`${ROOM}/compare-addresses.ts: isPublicAddress`, hosts, isPublicAddress, SMALL),
  door(`${ROOM}/compare-addresses.ts: isInside`, hosts, (host) => isInside(host), SMALL),
  door(
    `${ROOM}/compare-addresses.ts: likenessOf`,
    fc.tuple(hosts, fc.array(hosts, { maxLength: 50 })),
    ([reached, others]) => likenessOf(reached, others),
    SMALL,
  ),
  door(`${ROOM}/host-kind.ts: hostKind`, hosts, hostKind, SMALL),
  door(`${ROOM}/public-services.ts: isPublicService`, hosts, isPublicService, SMALL),
  door(
    `${ROOM}/one-shot/one-shot.ts: isOneShot`,
    // Only what is an address comes here.
    addresses.filter((address) => URL.canParse(address)),
    isOneShot,
    SMALL,
  ),
  door(`${ROOM}/one-shot/act-words.ts: read`, parts, read, { most: 80_000 }),
  door(`${ROOM}/one-shot/act-words.ts: namesAct`, parts, (part) => namesAct(part, true), SMALL),
  door(`${ROOM}/one-shot/act-words.ts: isPluralOfAct`, parts, isPluralOfAct, SMALL),
  door(`${ROOM}/one-shot/address-keys.ts: kindOf`, parts, kindOf, SMALL),
  door(`${ROOM}/one-shot/foreign-acts.ts: isForeignAct`, parts, isForeignAct, SMALL),
  door(`${ROOM}/one-shot/random-text.ts: looksRandom`, parts, looksRandom, SMALL),
  door(`${ROOM}/one-shot/random-text.ts: mayBeSecret`, parts, mayBeSecret, SMALL),
  ...segmentDoors(),
];

/** The parts of a path, and the place of one among them. */
function segmentDoors(): readonly Door[] {
  const at = `${ROOM}/one-shot/content-places.ts`;
  const places = fc.tuple(
    fc.array(
      texts(
        ADDRESSES.flatMap((one) => one.split("/")),
        300,
      ),
      { maxLength: 40 },
    ),
    fc.nat(40),
  );
  return [
    door(`${at}: isBelowTitles`, places, ([segments, index]) => isBelowTitles(segments, index), SMALL),
    door(`${at}: isTitle`, places, ([segments, index]) => isTitle(segments, index, true), SMALL),
    door(`${at}: isIdentifier`, places, ([segments, index]) => isIdentifier(segments, index), SMALL),
  ];
}
