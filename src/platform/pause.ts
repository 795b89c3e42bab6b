/** Resolves after so many milliseconds. In a race with an act it is the end of the waiting, and then brings nothing. */
export const pause = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
