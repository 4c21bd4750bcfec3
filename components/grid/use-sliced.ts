import { useEffect, useState } from "react";
import { nextTurn } from "./next-turn";
import { type Steps, workFor } from "./slices";

const SLICE_MS = 8;

/**
 * Runs long work between frames and starts anew when `makeSteps` changes; small work is done at once. Until the first
 * result for the present `makeSteps` the value is `idle`, because an old result may name rows that are gone.
 */
export function useSliced<T>(makeSteps: () => Steps<T>, idle: T): { value: T; isBusy: boolean } {
  const [result, setResult] = useState<{ of: () => Steps<T>; value: T } | null>(null);
  useEffect(() => {
    const steps = makeSteps();
    let callOff = () => {};
    const go = () => {
      const done = workFor(steps, SLICE_MS, () => performance.now());
      if (done) setResult({ of: makeSteps, value: done.value });
      else callOff = nextTurn(go);
    };
    go();
    return () => callOff();
  }, [makeSteps]);
  return result?.of === makeSteps ? { value: result.value, isBusy: false } : { value: idle, isBusy: true };
}
