import { cpuTime } from "../../unit/cpu-time.ts";

/** The longest that an act takes for one of these texts, as `cpuTime` measures it; stops at the first that takes longer than the budget. */
export function worstTime(texts: Iterable<string>, act: (text: string) => unknown, budget: number): number {
  let worst = 0;
  for (const text of texts) {
    worst = Math.max(
      worst,
      cpuTime(() => act(text), budget),
    );
    if (worst > budget) break;
  }
  return worst;
}

/**
 * What takes longer than the budget, and does so once more after all others have had their turn: what the collector and the
 * compiler did meanwhile has passed by then.
 */
export function whatStaysSlow<T>(all: readonly T[], timeFor: (one: T) => number, budget: number): readonly T[] {
  const isSlow = (one: T) => timeFor(one) > budget;
  return all.filter(isSlow).filter(isSlow);
}
