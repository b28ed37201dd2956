import { fillOn } from "../../demo/make-municipality.ts";
import type { AppContext } from "../app-context.ts";
import { listBoards } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { inTenant } from "../../store/in-tenant.ts";

/** How far an invented municipality is filled, in families. */
export interface Filling {
  readonly done: number;
  readonly total: number;
  /** It stopped; what is there stays. */
  readonly failed: boolean;
  /** The program had stopped before all was there, and goes on now. */
  readonly resumed: boolean;
}

/** Before the first family. */
export const BEGUN: Filling = { done: 0, total: 0, failed: false, resumed: false };

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

/** It stopped where it was. */
export function tellFailed(app: AppContext): void {
  tellFilling(app, { ...BEGUN, ...fillingOf(app), failed: true });
}

/**
 * Fills on every municipality that was left half filled when the program stopped, one after the other; whoever asks
 * hears how far it is. One that another program invented stays as it is, and is told as such. Throws what stops a filling.
 */
export async function fillOnWhatWasLeft(app: AppContext): Promise<void> {
  const { store } = app;
  const told = (done: number, total: number) =>
    tellFilling(app, { done, total, failed: false, resumed: true });
  let left = false;
  for (const { tenant } of await inTenant(store.pools.app, INSTALLATION, listBoards)) {
    try {
      const became = await fillOn(store, tenant, told);
      if (became === "other") {
        tellFailed(app);
        left = true;
      }
    } catch (error) {
      tellFailed(app);
      throw error;
    }
  }
  if (!left) tellFilling(app, undefined);
}
