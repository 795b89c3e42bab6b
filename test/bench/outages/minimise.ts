const ROUNDS = 2_000;
const CLOSE_ENOUGH = 1e-6;

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The point at which a function of a few numbers is least, near `start`: the simplex of Nelder and Mead (1965), with their
 * reflection, expansion, contraction and shrinking. It asks for no derivatives. `step` is the first simplex's size.
 */
export function minimise(of: (at: readonly number[]) => number, start: readonly number[], step = 0.3): number[] {
  const corner = (at: readonly number[]): Corner => ({ at, value: of(at) });
  const moved = (index: number): number[] => start.map((each, at) => (at === index ? each + step : each));
  let simplex = [corner(start), ...start.map((_, index) => corner(moved(index)))];
  for (let round = 0; round < ROUNDS; round += 1) {
    simplex = simplex.sort((one, other) => one.value - other.value);
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (!best || !worst || !second || worst.value - best.value < CLOSE_ENOUGH) break;
    const others = simplex.slice(0, -1);
    const middle = start.map((_, at) => others.reduce((sum, each) => sum + (each.at[at] ?? 0), 0) / others.length);
    const along = (by: number): Corner => corner(middle.map((each, at) => each + by * (each - (worst.at[at] ?? 0))));
    const reflected = along(1);
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = along(2);
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= second.value) {
      next = along(reflected.value < worst.value ? 0.5 : -0.5);
    }
    simplex =
      next.value < worst.value
        ? [...others, next]
        : [best, ...simplex.slice(1).map(({ at }) => corner(at.map((each, i) => ((best.at[i] ?? 0) + each) / 2)))];
  }
  return [...(simplex.sort((one, other) => one.value - other.value)[0]?.at ?? start)];
}
