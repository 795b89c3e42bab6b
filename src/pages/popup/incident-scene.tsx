import type { ComponentChildren } from "preact";
import { isLimited, isRetried } from "../../core/incident/status.ts";
import type { StepAnswer, StepId } from "../../core/incident/told.ts";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { headlineOf } from "../../core/protocol/headline.ts";
import { watchedPage, watchId } from "../../core/protocol/protocol.ts";
import { mayBeExtensions, type RepairId, repairFor } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { NeverTried } from "../../core/retry/next-words.ts";
import { newsOf, type RetryView } from "../../core/retry/view.ts";
import { insteadOfTrying } from "../../core/verdict/instead.ts";
import { adviceFor } from "../../core/verdict/owner-advice.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import { translate, uiLanguage } from "../../platform/i18n.ts";
import { send } from "../../platform/messages.ts";
import { useNow } from "../ui/use-now.ts";
import { Checklist } from "./checklist.tsx";
import { FactsLine } from "./facts-line.tsx";
import { Foot } from "./foot.tsx";
import { FormBack } from "./form-back.tsx";
import { Header } from "./header.tsx";
import { NextStep } from "./next-step.tsx";
import { forecastOf, NextTry, type RetryAction } from "./next-try.tsx";
import { OpinionsSlot } from "./opinions-slot.tsx";
import { OwnerList } from "./owner-list.tsx";
import { PartsWatch } from "./parts-watch.tsx";
import { Path } from "./path.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { RepairSlot } from "./repair-slot.tsx";
import { StatusNotice } from "./status-notice.tsx";
import { isOver, speaksOfForm, stepOf } from "./step.ts";
import { StepQuestion } from "./step-question.tsx";
import { Support } from "./support.tsx";
import { TimelineSlot } from "./timeline-slot.tsx";
import { useWatched } from "./use-watched.ts";
import { WaitUntil } from "./wait-until.tsx";

export { keepFocus } from "../ui/keep-focus.ts";
export { Status } from "../ui/status.tsx";
export { Aside } from "./aside.tsx";
export { Beneath } from "./beneath.tsx";
export { Foot } from "./foot.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly opinions: OpinionsView | null;
  readonly repair: RepairView | null;
  readonly automatic: boolean;
  /** How it would be tried again by itself; null where it can be already, or never is. */
  readonly offer?: ComponentChildren;
  /** Nothing of it has happened: what leads out of the scene, to others, to a support desk or to the settings, is left out. */
  readonly isRehearsal?: boolean;
  readonly onAct: (action: ActionId) => void;
  readonly onTell: (step: StepId, answer: StepAnswer | null) => void;
  readonly onRetry: (type: RetryAction) => void;
}

/** Why nothing is tried by itself where it never is, whatever is granted. */
function neverRepeated({ status, private: isPrivate }: CheckView): NeverTried | null {
  if (status === null || isRetried(status)) return isPrivate ? "private" : null;
  return isLimited(status) ? "limited" : "error";
}

/** The repair that the verdict calls for, once its side is final. Of what is back only the worker may bring the error again. */
function offeredRepair(view: CheckView, isBack: boolean): RepairId | null {
  const { verdict, sideIsFinal, about } = view;
  if (!verdict || !sideIsFinal || about !== "page") return null;
  const repair = mayBeExtensions(view) ? "name-extensions" : repairFor(verdict);
  return isBack && repair !== "remove-page-worker" ? null : repair;
}

/** A failing page: the verdict, the way to the site, what happens next, and what it rests on. */
export function IncidentScene(props: Props) {
  const {
    view,
    retry: plan,
    opinions,
    repair,
    automatic,
    isRehearsal = false,
    offer = null,
    onAct,
    onTell,
    onRetry,
  } = props;
  const checking = view.phase === "checking";
  const retry = newsOf(plan, view.loadedAt);
  // A quarter of a second while checking keeps the bar smooth; seconds are enough for the countdown.
  const now = useNow(true, checking ? 250 : 1000);
  const lang = uiLanguage();
  const watched = useWatched().some(({ id }) => id === watchId(watchedPage(view.url, view.worksOnce)));
  const { mood, headline, why } = headlineOf(view, retry, lang, repair);
  const step = stepOf(view, retry);
  // A plan can begin only where Faultline may ask the site by itself, of no private window, and for failures that pass.
  const canKeep = automatic && !view.private && view.status !== null && isRetried(view.status);
  // What the user can do comes right after the verdict; "nothing to do but wait" does not.
  const foremost = step !== null && (step.action !== null || mood !== "server");
  // There is something better to do than to wait, or nothing to wait for, and nothing is being tried.
  const settledHere = (foremost || isOver(step)) && retry.state === "none";
  const isPage = view.about === "page";
  const back = mood === "back";
  const instead = insteadOfTrying(view);
  // How long outages last says nothing of what is the user's, or may be, nor of when it is their turn. A line more would
  // move what the user reads now.
  const forecast = !checking && view.verdict?.side === "server" && instead === null ? forecastOf(retry, now) : null;
  // What a repair has found is newer than the verdict's advice, which has led to it, until a check has followed.
  const isRepairing =
    repair !== null && repair.state !== "asking" && (repair.state !== "done" || repair.end === "unclear");
  const asked = step === view.verdict && view.step && view.step.state !== "offered" ? view.step : null;
  // A plan waits that long by itself, and its countdown says so.
  const wait = back || checking || retry.state !== "none" ? null : <WaitUntil view={view} now={now} lang={lang} />;
  // Whose own machine it is owns the site, and reads at once what others pass on; all of it stands in the fold.
  const first = view.verdict?.cause === "own-machine" ? adviceFor(view).slice(0, 2) : [];
  const repairSlot = (
    <RepairSlot
      // The same wherever it stands, so that its region is there before what came of a repair.
      key="repair"
      tabId={view.tabId}
      url={view.url}
      host={view.host}
      offer={asked ? null : offeredRepair(view, back)}
      side={view.verdict?.side ?? null}
      isSecond={Boolean(step?.action)}
      repair={repair}
    />
  );
  return (
    <>
      <Header mood={mood} headline={translate(headline)} why={translate(why)}>
        {back ? null : <FactsLine view={view} now={now} lang={lang} />}
      </Header>
      {back ? null : <ProgressBar view={view} now={now} />}
      {asked ? <StepQuestion step={asked} url={view.url} onTell={onTell} /> : null}
      {/* What came of one is news, and the check after it says what is next. */}
      {repair?.state === "done" ? repairSlot : null}
      {step && foremost && !asked ? (
        <div class="fix">
          {wait}
          {step.advice && first.length === 0 && !isRepairing ? <p>{translate(step.advice)}</p> : null}
          {step.action ? (
            <NextStep
              action={step.action}
              host={view.host}
              note={step.actionNote && translate(step.actionNote)}
              onAct={onAct}
            />
          ) : null}
          <OwnerList notes={first} yours />
        </div>
      ) : null}
      {repair?.state === "done" ? null : repairSlot}
      {/* While a question stands its answers come first, and all must fit on one screen. */}
      {back || asked || !view.fromForm ? null : <FormBack tabId={view.tabId} isSaid={speaksOfForm(step)} />}
      {back || asked ? null : <Path path={view.path} host={view.host} />}
      {back || settledHere || asked || !isPage ? null : (
        <NextTry
          host={view.host}
          isRehearsal={isRehearsal}
          retry={retry}
          now={now}
          checking={checking}
          canKeep={canKeep}
          watched={watched}
          worksOnce={view.worksOnce}
          fromForm={view.fromForm}
          lang={lang}
          never={neverRepeated(view)}
          instead={instead}
          forecast={forecast}
          onAct={onRetry}
          onReload={() => onAct("reload")}
          onForget={() => void send("history/clear", { host: view.host }).catch(() => undefined)}
        />
      )}
      {foremost ? null : wait}
      {step?.advice && !foremost ? (
        <p class="advice">
          {translate(step.advice)} {step.lasts && !forecast ? <span class="lasts">{translate(step.lasts)}</span> : null}
        </p>
      ) : null}
      {automatic && !isPage && !checking ? <PartsWatch tabId={view.tabId} /> : null}
      {step?.notNeeded ? <p class="not-needed muted">{translate(step.notNeeded)}</p> : null}
      {checking || back ? null : offer}
      <Checklist
        view={view}
        onAgain={step?.action === "check-again" ? null : () => onAct("check-again")}
        statusNotice={
          <StatusNotice view={view} counted={asked ? 0 : (forecast?.published ?? 0)} now={now} lang={lang} />
        }
      />
      {isRehearsal ? null : (
        <>
          <OpinionsSlot key={`others ${view.incidentId}`} view={view} retry={retry} opinions={opinions} lang={lang} />
          {isPage ? (
            <TimelineSlot key={`line ${view.incidentId}`} view={view} retry={retry} now={now} lang={lang} />
          ) : null}
          <Support view={view} retry={retry} lang={lang} />
          <Foot tabId={view.tabId} />
        </>
      )}
    </>
  );
}
