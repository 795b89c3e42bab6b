export interface Named {
  readonly failures: readonly string[];
  readonly skips: readonly string[];
  readonly secondTries: readonly string[];
}

export function lastWords(
  named: Named,
  totals: { readonly passed: number; readonly failed: number; readonly skipped: number },
): string[];
