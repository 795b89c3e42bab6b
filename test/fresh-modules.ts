import type { EvaluatedModuleNode, EvaluatedModules } from "vite/module-runner";
import { vi } from "vitest";

/** What vitest has loaded in this process. It has no other way to have some of it forgotten, and some not. */
declare const __vitest_worker__: { readonly evaluatedModules: EvaluatedModules };

const isPure = (id: string): boolean => /\/src\/core\//.test(id);

/**
 * From now on modules are loaded anew, as a new worker loads them; all but those of `src/core`, which are pure: none of
 * them has a state that another worker or file of tests could have left there. To load them takes longer than most tests.
 */
export function forgetImpureModules(): void {
  const kept = [...__vitest_worker__.evaluatedModules.idToModuleMap]
    .filter(([id]) => isPure(id))
    .map(([, node]): [EvaluatedModuleNode, Partial<EvaluatedModuleNode>] => [
      node,
      { promise: node.promise, exports: node.exports, evaluated: node.evaluated },
    ]);
  vi.resetModules();
  for (const [node, loaded] of kept) Object.assign(node, loaded);
}
