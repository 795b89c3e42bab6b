/** One after another; what the browser refuses keeps nothing that comes behind it from being done. Never rejects. */
export async function inOrder(...steps: ReadonlyArray<() => Promise<void>>): Promise<void> {
  for (const step of steps) {
    await step().catch((error: unknown) => console.warn("Faultline: a step failed", error));
  }
}

/** One after another, each whatever became of those before it; then rejects with the first of what went wrong. */
export async function allInOrder(...steps: ReadonlyArray<() => Promise<unknown>>): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
