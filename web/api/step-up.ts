import { externalStore } from "./external-store.ts";

/** Somebody who is asked to show who it is, and what waits for the answer. */
interface Asked {
  /** True: shown, and what waits is sent again. False: it is left undone. */
  readonly settle: (shown: boolean) => void;
}

/** The dialog of the shell stands open while something waits here. */
export const stepUpState = externalStore<Asked | undefined>(undefined);

let waiting: Promise<boolean> | undefined;

/** Asks once for everything that waits at the same moment. */
export function askStepUp(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    stepUpState.set({
      settle: (shown) => {
        waiting = undefined;
        stepUpState.set(undefined);
        resolve(shown);
      },
    });
  });
  return waiting;
}
