import type { IdSource, Uuid } from "../kernel/ids.ts";
import type { AccessEntry } from "../store/access-log.ts";
import type { Store } from "../store/deps.ts";
import type { Tenant } from "../store/tenant.ts";
import type { DemoTime } from "./demo-time.ts";
import type { References } from "./references.ts";

/** What every step of the demo works in. */
export interface DemoWorld {
  readonly store: Store;
  readonly ids: IdSource;
  readonly tenant: Tenant;
  readonly time: DemoTime;
  readonly references: References;
  /** Numbers reserved for matters, by the names of the files; others are drawn as they are started. */
  readonly numbers?: ReadonlyMap<string, string>;
  /** Where a matter of the files ended up. */
  readonly matters: Map<string, { readonly akt: Uuid; readonly matter: Uuid }>;
}

/** The row of the access log for what the demo does in somebody's name. */
export function demoAccess(staff: Uuid, action: string): AccessEntry {
  return { staff, action, purpose: "administration", persons: [] };
}
