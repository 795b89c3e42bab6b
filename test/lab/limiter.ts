/** Lets so many acts run at once; the others wait, and begin in the order in which they were handed over. */
export function limiter(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = [];
  let running = 0;
  return async (act) => {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await act();
    } finally {
      // A place is handed on rather than given up, or a newcomer could slip in between.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
