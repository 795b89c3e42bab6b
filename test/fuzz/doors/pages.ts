/** What a page says, and who wrote it. */
import fc from "fast-check";
import { foreignName, foreignText, wellFormed } from "../../../src/core/foreign-text.ts";
import { saysLookUpFailed, saysOtherUnreached, speaksOfSolving } from "../../../src/core/gateways/box-words.ts";
import { cleanDetail, type Recognition } from "../../../src/core/gateways/gateway.ts";
import { recognise } from "../../../src/core/gateways/index.ts";
import { wordForReason } from "../../../src/core/gateways/markers.ts";
import { nameless } from "../../../src/core/gateways/nameless.ts";
import { namesHost } from "../../../src/core/gateways/names-host.ts";
import { refusesByRule } from "../../../src/core/gateways/own-rule.ts";
import { describesErrors, descriptionOf } from "../../../src/core/gateways/problem-details.ts";
import { proxyError } from "../../../src/core/gateways/proxy-status.ts";
import { wordOfReason } from "../../../src/core/gateways/reasons.ts";
import { fitsId } from "../../../src/core/gateways/request-id.ts";
import { sampleOf, sampleOfPage } from "../../../src/core/gateways/sample-of.ts";
import { statedReason } from "../../../src/core/gateways/stated-reason.ts";
import { floorOf, wishedWait } from "../../../src/core/gateways/stated-wait.ts";
import { holdsCaptchaForm } from "../../../src/core/http/captcha-form.ts";
import { isChallengePage } from "../../../src/core/http/challenge-page.ts";
import { plainText } from "../../../src/core/http/plain-text.ts";
import { leadsTo, speaksAsPortal } from "../../../src/core/http/portal-marks.ts";
import { resultOf } from "../../../src/core/places/place.ts";
import { announcesMaintenance, speaksOfMaintenance } from "../../../src/core/prose/maintenance/notice.ts";
import { isAtAnotherTime } from "../../../src/core/prose/maintenance/time.ts";
import { blocksSaidIn } from "../../../src/core/prose/page/blocks.ts";
import { unsaidIn } from "../../../src/core/prose/page/frame.ts";
import { jsonAsPage } from "../../../src/core/prose/page/from-json.ts";
import { escapedText, problemAsPage } from "../../../src/core/prose/page/from-problem-details.ts";
import { eachOnce, type Prose, proseOf } from "../../../src/core/prose/page/prose.ts";
import { isFirewallFrame } from "../../../src/core/prose/refusal/firewall-frame.ts";
import { asksForProof, refusesVisitor } from "../../../src/core/prose/refusal/notice.ts";
import { originRefusedIn } from "../../../src/core/prose/refusal/origins.ts";
import { tooMuchByReader } from "../../../src/core/prose/refusal/readers-doing.ts";
import { filteredIn, isBareBlock } from "../../../src/core/prose/refusal/site-filtered.ts";
import { isSupposed } from "../../../src/core/prose/refusal/supposed.ts";
import { areJoined } from "../../../src/core/prose/sentence/clause.ts";
import { isAbsent, isDenied, isNeedless } from "../../../src/core/prose/sentence/denied.ts";
import { saysFailed } from "../../../src/core/prose/sentence/failure-words.ts";
import { unmarked } from "../../../src/core/prose/sentence/unmarked.ts";
import { statedIn } from "../../../src/core/prose/stated.ts";
import { saysSwitchedOff, saysUsedUp } from "../../../src/core/prose/switched-off/notice.ts";
import { saysSiteBlocked } from "../../../src/core/prose/switched-off/site-blocked.ts";
import { isOfAnythingElse } from "../../../src/core/prose/switched-off/words.ts";
import { speaksOfOwnTrouble } from "../../../src/core/prose/trouble/behind-site.ts";
import { reportsLoad, speaksOfLoad } from "../../../src/core/prose/trouble/load-notice.ts";
import { namesTrouble, reportsTrouble } from "../../../src/core/prose/trouble/notice.ts";
import { isBelowOutage, saysOutage } from "../../../src/core/prose/trouble/outage.ts";
import { isWaitingRoom, isWaitingRoomPage } from "../../../src/core/prose/waiting-room.ts";
import { saysWayPaused } from "../../../src/core/prose/way-paused.ts";
import { contactsIn } from "../../../src/core/verdict/contacts.ts";
import { ADDRESSES, FIELD_LISTS, PAGES, SENTENCES } from "../corpus.ts";
import { type Door, door } from "../door.ts";
import { fields, texts } from "../mutations.ts";
import { responses } from "./http.ts";

const NOW = Date.UTC(2026, 8, 23, 12);
const HTTP = "src/core/http";
const PROSE = "src/core/prose";
const GATEWAYS = "src/core/gateways";

/** As much as is read of a document. */
const LONGEST_PAGE = 16_384;
/** As much as is kept of a sentence. */
const LONGEST_SENTENCE = 500;

const pages = texts(PAGES, LONGEST_PAGE);
const proses: fc.Arbitrary<Prose> = pages.map(proseOf);
const sentences = texts(SENTENCES, LONGEST_SENTENCE).map((text) => text.toLowerCase());
const anyText = texts([...SENTENCES, ...ADDRESSES], 4_096);
const SMALL = { most: 40 };

const ofProse = (at: string, call: (prose: Prose) => unknown): Door => door(at, proses, call, SMALL);
const ofSentence = (at: string, call: (sentence: string) => unknown): Door => door(at, sentences, call, SMALL);

/** A recognised writer is data of ours, and two texts of theirs. */
const RECOGNITION = {
  most: 1_000,
  shown: (found: Recognition | null) => [found?.product, found?.detail, found?.requestId],
};

export const PAGE_DOORS: readonly Door[] = [
  door(`${HTTP}/plain-text.ts: plainText`, pages, plainText, { most: LONGEST_PAGE }),
  door(`${PROSE}/page/prose.ts: proseOf`, pages, proseOf, { most: 4 * LONGEST_PAGE }),
  door(`${PROSE}/stated.ts: statedIn`, pages, statedIn, { most: 4 * LONGEST_PAGE }),
  door(`${PROSE}/page/blocks.ts: blocksSaidIn`, pages, blocksSaidIn, { most: 16 * LONGEST_PAGE }),
  door(`${PROSE}/page/prose.ts: eachOnce`, proses, eachOnce, { most: 4 * LONGEST_PAGE }),
  door(`${PROSE}/page/frame.ts: unsaidIn`, pages, (tag) => unsaidIn("div", tag, false), SMALL),
  door(`${HTTP}/challenge-page.ts: isChallengePage`, pages, (html) => isChallengePage(503, html), SMALL),
  door(`${HTTP}/captcha-form.ts: holdsCaptchaForm`, pages, holdsCaptchaForm, SMALL),
  door(`${PROSE}/waiting-room.ts: isWaitingRoom`, responses, isWaitingRoom, SMALL),
  door(`${PROSE}/waiting-room.ts: isWaitingRoomPage`, pages, isWaitingRoomPage, SMALL),
  door(`${PROSE}/page/from-problem-details.ts: problemAsPage`, pages, problemAsPage, { most: 2 * LONGEST_PAGE }),
  door(`${PROSE}/page/from-problem-details.ts: escapedText`, pages, escapedText, { most: 5 * LONGEST_PAGE }),
  door(`${PROSE}/page/from-json.ts: jsonAsPage`, pages, jsonAsPage, { most: 4 * LONGEST_PAGE }),
  door(`${HTTP}/portal-marks.ts: speaksAsPortal`, pages, speaksAsPortal, SMALL),
  door(`${HTTP}/portal-marks.ts: leadsTo`, pages, (body) => leadsTo({ body, host: "shop.example" }), { most: 1_000 }),
  ofProse(`${PROSE}/trouble/load-notice.ts: reportsLoad`, reportsLoad),
  ofProse(`${PROSE}/maintenance/notice.ts: announcesMaintenance`, announcesMaintenance),
  ofProse(`${PROSE}/switched-off/notice.ts: saysSwitchedOff`, saysSwitchedOff),
  ofProse(`${PROSE}/switched-off/site-blocked.ts: saysSiteBlocked`, saysSiteBlocked),
  ofProse(`${PROSE}/trouble/notice.ts: reportsTrouble`, reportsTrouble),
  ofProse(`${PROSE}/refusal/firewall-frame.ts: isFirewallFrame`, isFirewallFrame),
  ofProse(`${PROSE}/refusal/notice.ts: refusesVisitor`, refusesVisitor),
  ofProse(`${PROSE}/refusal/notice.ts: asksForProof`, asksForProof),
  ofProse(`${PROSE}/way-paused.ts: saysWayPaused`, saysWayPaused),
  ofSentence(`${PROSE}/trouble/load-notice.ts: speaksOfLoad`, speaksOfLoad),
  ofSentence(`${PROSE}/maintenance/notice.ts: speaksOfMaintenance`, speaksOfMaintenance),
  ofSentence(`${PROSE}/maintenance/time.ts: isAtAnotherTime`, (text) =>
    isAtAnotherTime({ from: 20, to: 31 }, text, null),
  ),
  ofSentence(`${PROSE}/trouble/behind-site.ts: speaksOfOwnTrouble`, speaksOfOwnTrouble),
  ofSentence(`${PROSE}/trouble/notice.ts: namesTrouble`, namesTrouble),
  ofSentence(`${PROSE}/sentence/failure-words.ts: saysFailed`, saysFailed),
  ofSentence(`${PROSE}/refusal/readers-doing.ts: tooMuchByReader`, tooMuchByReader),
  ofSentence(`${PROSE}/sentence/clause.ts: areJoined`, (text) =>
    areJoined({ from: 0, to: 20 }, { from: 60, to: 80 }, text),
  ),
  ofSentence(`${PROSE}/trouble/outage.ts: isBelowOutage`, (text) => isBelowOutage([text, text], 1)),
  ofSentence(`${PROSE}/trouble/outage.ts: saysOutage`, saysOutage),
  ofSentence(`${PROSE}/sentence/denied.ts: isAbsent`, (text) => isAbsent(text, { from: 40, to: 60 })),
  ofSentence(`${PROSE}/sentence/denied.ts: isDenied`, (text) => isDenied(text, { from: 40, to: 60 })),
  ofSentence(`${PROSE}/sentence/denied.ts: isNeedless`, isNeedless),
  ofSentence(`${PROSE}/refusal/site-filtered.ts: filteredIn`, filteredIn),
  ofSentence(`${PROSE}/refusal/site-filtered.ts: isBareBlock`, isBareBlock),
  ofSentence(`${PROSE}/refusal/origins.ts: originRefusedIn`, originRefusedIn),
  ofSentence(`${PROSE}/refusal/supposed.ts: isSupposed`, (text) => isSupposed(text, { from: 40, to: 60 })),
  ofSentence(`${PROSE}/switched-off/notice.ts: saysUsedUp`, saysUsedUp),
  ofSentence(`${PROSE}/switched-off/words.ts: isOfAnythingElse`, isOfAnythingElse),
  ofSentence(`${GATEWAYS}/box-words.ts: saysLookUpFailed`, saysLookUpFailed),
  ofSentence(`${GATEWAYS}/box-words.ts: saysOtherUnreached`, saysOtherUnreached),
  ofSentence(`${GATEWAYS}/box-words.ts: speaksOfSolving`, speaksOfSolving),
  ofSentence(`${GATEWAYS}/stated-reason.ts: statedReason`, statedReason),
  ofSentence(`${GATEWAYS}/markers.ts: wordForReason`, wordForReason),
  ofSentence(`${GATEWAYS}/reasons.ts: wordOfReason`, wordOfReason),
  ofSentence(`${GATEWAYS}/names-host.ts: namesHost`, (text) => namesHost(text, "shop.example")),
  door(`${PROSE}/sentence/unmarked.ts: unmarked`, anyText, unmarked, { most: 4 * 4_096 }),
  door(`${GATEWAYS}/request-id.ts: fitsId`, anyText, (id) => fitsId("owner_front_door_log_by_id", id), SMALL),
  door(`${GATEWAYS}/gateway.ts: cleanDetail`, anyText, cleanDetail, { most: 200, shown: (text) => [text] }),
  door(
    `${GATEWAYS}/index.ts: recognise`,
    responses,
    (answer) => recognise([sampleOf(answer, answer.url)]),
    RECOGNITION,
  ),
  door(
    `${GATEWAYS}/own-rule.ts: refusesByRule`,
    responses,
    (answer) => refusesByRule(sampleOf(answer, answer.url)),
    SMALL,
  ),
  door(
    `${GATEWAYS}/nameless.ts: nameless`,
    responses,
    (answer) => nameless(sampleOf(answer, answer.url), "shop.example"),
    RECOGNITION,
  ),
  door(`${GATEWAYS}/sample-of.ts: sampleOf`, responses, (answer) => sampleOf(answer, answer.url), { most: 500_000 }),
  door(
    `${GATEWAYS}/sample-of.ts: sampleOfPage`,
    pages,
    (html) => sampleOfPage({ html, cookieBytes: 0, links: [] }, 502, "https://shop.example/"),
    { most: 2 * LONGEST_PAGE },
  ),
  door(`${GATEWAYS}/problem-details.ts: describesErrors`, responses, describesErrors, SMALL),
  door(
    `${GATEWAYS}/problem-details.ts: descriptionOf`,
    fc.tuple(responses, responses),
    ([failure, answer]) => descriptionOf(failure, answer),
    { most: 500_000 },
  ),
  door(`${GATEWAYS}/proxy-status.ts: proxyError`, fields(FIELD_LISTS), proxyError, {
    most: 300,
    shown: (found) => [found?.name],
  }),
  door(`${GATEWAYS}/stated-wait.ts: wishedWait`, responses, (answer) => wishedWait(answer, answer.url, NOW), SMALL),
  door(`${GATEWAYS}/stated-wait.ts: floorOf`, responses, (answer) => floorOf(answer, answer.url, NOW), SMALL),
  door("src/core/places/place.ts: resultOf", responses, (answer) => resultOf(answer, true), SMALL),
  door("src/core/foreign-text.ts: foreignText", anyText, (text) => foreignText(text, 80), {
    most: 90,
    shown: (text) => [text],
  }),
  door("src/core/foreign-text.ts: foreignName", anyText, foreignName, { most: 44, shown: (text) => [text] }),
  door("src/core/foreign-text.ts: wellFormed", anyText, (text) => encodeURIComponent(wellFormed(text)), {
    most: 50_000,
  }),
  door(
    "src/core/verdict/contacts.ts: contactsIn",
    fc.array(texts([...ADDRESSES.slice(0, 60), "mailto:help@shop.example?subject=x", "tel:+1-555-0100"], 300), {
      maxLength: 200,
    }),
    contactsIn,
    { most: 4_000 },
  ),
];
