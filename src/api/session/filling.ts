import type { AppContext } from "../app-context.ts";

/** How far an invented municipality is filled, in families. */
export interface Filling {
  readonly done: number;
  readonly total: number;
  /** It stopped; what is there stays. */
  readonly failed: boolean;
}

const fillings = new WeakMap<AppContext, Filling>();

/** How far the municipality is that this program fills now; undefined when it fills none. */
export function fillingOf(app: AppContext): Filling | undefined {
  return fillings.get(app);
}

/** Says how far it is; undefined when all is there. */
export function tellFilling(app: AppContext, filling: Filling | undefined): void {
  if (filling === undefined) fillings.delete(app);
  else fillings.set(app, filling);
}
