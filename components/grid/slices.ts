/** Long work cut in steps: yields often, returns the result. Callers decide how long to stay at it. */
export type Steps<T> = Generator<undefined, T, undefined>;

export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Works until done or out of time. */
export function workFor<T>(steps: Steps<T>, milliseconds: number, clock: () => number): { value: T } | null {
  const end = clock() + milliseconds;
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (clock() < end);
  return null;
}
