import type { DecideContext } from "../../domain/command.ts";
import { staffOn } from "../../domain/unit/roles.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { PackInUse, Store } from "../deps.ts";
import type { Origin } from "../log/append.ts";
import type { Tenant } from "../tenant.ts";
import { partiesOn, type Family } from "./load-akt.ts";
import type { BoardTime, Organisation } from "./organisation.ts";

/** What a command on an akt may look at besides the akt. Refuses with `staff.not-found`. */
export function decideContext(
  store: Store,
  organisation: Organisation,
  who: { readonly actor: Uuid; readonly family: Family; readonly pack: PackInUse },
  time: BoardTime,
): Result<DecideContext> {
  const { state, board } = organisation;
  const onDay = (id: string) => {
    const member = organisation.staff.get(id);
    const day = { today: time.today, synthetic: board.synthetic };
    return member === undefined ? undefined : staffOn(state, member, day);
  };
  const actor = onDay(who.actor);
  if (actor === undefined) return fail(problem("staff.not-found", { status: 403 }));
  return ok({
    ...time,
    actor,
    staff: (id) => onDay(id) ?? organisation.staff.get(id),
    isUnit: (id) => state.units.some((each) => each.unit === id),
    child: who.family.child,
    parties: partiesOn(who.family, time.today).parties,
    pack: who.pack.pack,
    law: store.law.law,
    order: store.order,
    calendar: store.calendar,
    newId: () => store.ids.next(),
    asked: state.asked ?? [],
  });
}

/** What all events of a command share. */
export function originOf(store: Store, tenant: Tenant, commandId: Uuid, pack: PackInUse): Origin {
  return {
    tenant,
    commandId,
    specDigest: pack.digest,
    lawDigest: store.law.digest,
    randomBytes: store.randomBytes,
  };
}
