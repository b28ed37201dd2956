import { stockholmDate } from "../kernel/instant.ts";
import { addDays } from "../kernel/plain-date.ts";
import { carriedOut } from "../kernel/result.ts";
import { runUnit } from "../store/commands/execute-unit.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { DemoBoard } from "./demo-files.ts";
import { demoAccess, type DemoWorld } from "./demo-world.ts";
import type { Absence } from "./municipality/absences.ts";

const KIND = "absence.set" as const;
/** Told the afternoon before. */
const AT = "16:00";

/** Managers of each unit tell who was away and who stood in, each the day before, by the ordinary commands. */
export async function setAbsences(
  world: DemoWorld,
  { staff }: Pick<DemoBoard, "staff">,
  absences: readonly Absence[],
): Promise<void> {
  const { store, tenant, ids, references, time } = world;
  const unitOf = new Map(staff.map(({ key, unit }) => [key, unit]));
  const managers = new Map(
    staff.flatMap(({ key, role, unit }) => (role === "unit-manager" ? [[unit, key] as const] : [])),
  );
  const today = stockholmDate(time.now);
  for (const { key, substitute, from, to } of absences) {
    const actor = references.id(`@${managers.get(unitOf.get(key))}`);
    const at = time.moment({ day: from - 1, at: AT });
    const request = {
      tenant,
      actor,
      access: demoAccess(actor, KIND),
      commandId: ids.next(),
      command: {
        type: KIND,
        ids: {
          absence: ids.next(),
          staff: references.id(`@${key}`),
          substitute: references.id(`@${substitute}`),
        },
        data: { from: addDays(today, from), to: addDays(today, to) },
      },
    };
    const done = await inTenant(store.pools.app, tenant, (tx) => runUnit(store, tx, request, at));
    carriedOut(`${KIND} ${key}`, done);
  }
}
