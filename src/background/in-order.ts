/** One after another; what the browser refuses keeps nothing that comes behind it from being done. Never rejects. */
export async function inOrder(...steps: ReadonlyArray<() => Promise<void>>): Promise<void> {
  for (const step of steps) {
    await step().catch((error: unknown) => console.warn("Faultline: a part of the set-up failed", error));
  }
}
