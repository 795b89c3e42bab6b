import type { ComponentChildren } from "preact";
import type { StepAnswer, StepId } from "../../core/incident/told.ts";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import { translate, uiLanguage } from "../../platform/i18n.ts";
import { useNow } from "../ui/use-now.ts";
import { repairOfWorking } from "./after-repair.ts";
import { Checklist } from "./checklist.tsx";
import { FactsLine } from "./facts-line.tsx";
import { FixStep } from "./fix-step.tsx";
import { FormBack } from "./form-back.tsx";
import { Header } from "./header.tsx";
import { IncidentFolds } from "./incident-folds.tsx";
import type { RetryAction } from "./next-try.tsx";
import { NextTrySlot } from "./next-try-slot.tsx";
import { PartsWatch } from "./parts-watch.tsx";
import { Path } from "./path.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { RepairSlot } from "./repair-slot.tsx";
import { offeredRepair, type Scene, sceneOf } from "./scene.ts";
import { StatusNotice } from "./status-notice.tsx";
import { speaksOfForm } from "./step.ts";
import { StepQuestion } from "./step-question.tsx";
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

/** The parts of a scene as they stand now, and the moment that they are of. */
interface Standing {
  readonly scene: Scene;
  readonly now: number;
  readonly lang: string;
}

/** A failing page: the verdict, the way to the site, what happens next, and what it rests on. */
export function IncidentScene({ isRehearsal = false, ...props }: Props) {
  const { view, opinions } = props;
  // A quarter of a second while checking keeps the bar smooth; seconds are enough for the countdown.
  const now = useNow(true, view.phase === "checking" ? 250 : 1000);
  const lang = uiLanguage();
  const scene = sceneOf(props, now, lang);
  const isPageBack = scene.retry.state === "stopped" && scene.retry.reason === "recovered";
  const repair = isPageBack ? repairOfWorking(props.repair) : props.repair;
  const repairSlot = (
    <RepairSlot
      // The same wherever it stands, so that its region is there before what came of a repair.
      key="repair"
      tabId={view.tabId}
      url={view.url}
      host={view.host}
      // What was done in vain is not offered again because the page is back.
      offer={repair === props.repair ? offeredRepair(view, scene) : null}
      side={view.verdict?.side ?? null}
      isSecond={Boolean(scene.step?.action)}
      repair={repair}
    />
  );
  return (
    <>
      <Verdict view={view} scene={scene} now={now} lang={lang} />
      {scene.asked ? <StepQuestion step={scene.asked} url={view.url} onTell={props.onTell} /> : null}
      {/* What came of one is news, and the check after it says what is next. */}
      {repair?.state === "done" ? repairSlot : null}
      <FixStep view={view} scene={scene} onAct={props.onAct}>
        {scene.waits ? <WaitUntil view={view} now={now} lang={lang} /> : null}
      </FixStep>
      {repair?.state === "done" ? null : repairSlot}
      <Course {...props} isRehearsal={isRehearsal} scene={scene} now={now} lang={lang} />
      <Grounds {...props} scene={scene} now={now} lang={lang} />
      {isRehearsal ? null : <IncidentFolds view={view} scene={scene} opinions={opinions} now={now} lang={lang} />}
    </>
  );
}

/** Whose fault it is, since when, and how far the check has come. */
function Verdict({ view, scene, now, lang }: Pick<Props, "view"> & Standing) {
  const { mood, headline, why, back } = scene;
  return (
    <>
      <Header mood={mood} headline={translate(headline)} why={translate(why)}>
        {back ? null : <FactsLine view={view} now={now} lang={lang} />}
      </Header>
      {back ? null : <ProgressBar view={view} now={now} />}
    </>
  );
}

/** The way to the site, and how it goes on: by itself, or by what the user does. */
function Course({ view, scene, now, lang, automatic, isRehearsal = false, onAct, onRetry }: Props & Standing) {
  const { step, path, back, asked, foremost, forecast, checking, isPage, waits } = scene;
  return (
    <>
      {/* While a question stands its answers come first, and all must fit on one screen. */}
      {back || asked || !view.fromForm ? null : (
        <FormBack tabId={view.tabId} incidentId={view.incidentId} isSaid={speaksOfForm(step)} />
      )}
      {back || asked ? null : <Path path={path} host={view.host} />}
      <NextTrySlot {...{ view, scene, isRehearsal, now, lang, onRetry }} onReload={() => onAct("reload")} />
      {waits && !foremost ? <WaitUntil view={view} now={now} lang={lang} /> : null}
      {step?.advice && !foremost ? (
        <p class="advice">
          {translate(step.advice)} {step.lasts && !forecast ? <span class="lasts">{translate(step.lasts)}</span> : null}
        </p>
      ) : null}
      {step?.notNeeded ? <p class="not-needed muted">{translate(step.notNeeded)}</p> : null}
      {automatic && !isPage && !checking ? <PartsWatch tabId={view.tabId} /> : null}
    </>
  );
}

/** What the verdict rests on. */
function Grounds({ view, scene, now, lang, offer = null, onAct }: Props & Standing) {
  const { mayCheckAgain, asked, forecast, checking, back } = scene;
  const counted = asked ? 0 : (forecast?.published ?? 0);
  return (
    <>
      {checking || back ? null : offer}
      <Checklist
        view={view}
        onAgain={mayCheckAgain ? () => onAct("check-again") : null}
        statusNotice={<StatusNotice view={view} counted={counted} now={now} lang={lang} />}
      />
    </>
  );
}
