import { CHECKS, type RegisteredCheck, shownTo, signsIn } from "../checks/index.ts";
import type { Outlook } from "../evidence/final-side.ts";
import { OBSERVATIONS } from "../evidence/twins.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import type { MayCome } from "./what-may-come.ts";

/**
 * In so many ways the signals of one check may come, and each is tried. A check with more of them may give whatever it
 * names, which is sound as well and only says less: it takes some 4 microseconds to try a way, and each answer asks anew.
 */
const MOST_WAYS = 250;

/** The signals in every way in which these may come, one value of each in each. */
const waysOf = (names: readonly SignalName[], signals: Signals, mayCome: MayCome): readonly Signals[] =>
  names.reduce<readonly Signals[]>(
    (ways, name) => {
      const values = mayCome[name];
      if (values === undefined || values === "anything") return ways;
      return ways.flatMap((way) => values.map((value) => ({ ...way, [name]: value })));
    },
    [signals],
  );

/** In how many ways they may come; infinitely many where one may be anything. */
const countOf = (names: readonly SignalName[], mayCome: MayCome): number =>
  names.reduce((count, name) => {
    const values = mayCome[name];
    return values === "anything" ? Number.POSITIVE_INFINITY : count * (values?.length ?? 1);
  }, 1);

/** What one check can find and observe: the check itself is asked, so nothing has to be kept in step with it. */
function outlookFor(check: RegisteredCheck, signals: Signals, mayCome: MayCome): Outlook {
  const open = check.requires.filter((name) => mayCome[name] !== undefined);
  if (countOf(open, mayCome) > MOST_WAYS) {
    return { certain: [], possible: [...check.gives, ...(check.observe ? OBSERVATIONS : [])] };
  }
  const outcomes = waysOf(open, shownTo(check, signals), mayCome).map((way) => signsIn(check, way));
  const [first = []] = outcomes;
  const signs = new Set(outcomes.flat());
  const certain = first.filter((sign) => outcomes.every((outcome) => outcome.includes(sign)));
  return { certain, possible: [...signs].filter((sign) => !certain.includes(sign)) };
}

/** What all checks together can come to, once what may come has come. */
export function outlookOn(signals: Signals, mayCome: MayCome): Outlook {
  const all = CHECKS.map((check) => outlookFor(check, signals, mayCome));
  return { certain: all.flatMap(({ certain }) => certain), possible: all.flatMap(({ possible }) => possible) };
}
