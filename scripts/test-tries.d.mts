export interface Outcome {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly reason: string;
}

export interface Try {
  readonly tests: readonly Outcome[];
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
  readonly unhandled: readonly string[];
}

export function filesToTryAgain(first: Try): string[];

export function bothTries(first: Try, second: Try): { readonly outcome: Try; readonly secondTries: readonly string[] };

export function ended(outcome: Try, isWell: boolean): Try;

export function counted(outcome: Try): {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
};
