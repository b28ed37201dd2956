import type { z } from "zod";
import { actionsOf } from "../../access/policy.ts";
import type { me } from "../../contract/session/sign-in.ts";
import type { Session } from "../../access/sessions.ts";
import { nearEnd } from "../../access/near-end.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Store } from "../../store/deps.ts";
import type { RequestContext } from "../http/handler.ts";

/** What the page is told about who is signed in. */
export function meAnswer(
  store: Store,
  ctx: Pick<RequestContext, "staff" | "actor" | "organisation" | "today" | "tenant"> & {
    readonly session?: Pick<Session, "limited" | "unseen" | "endsOn">;
  },
): z.input<typeof me> {
  const { staff, organisation } = ctx;
  const unit = organisation.state.units.find((each) => each.unit === staff.unit);
  const { name, synthetic, simulatedToday } = organisation.board;
  return {
    staff: staff.staff,
    name: staff.name,
    role: staff.role,
    opened: (ctx.actor.exceptions?.lent.length ?? 0) > 0,
    also: [...(staff.also ?? [])],
    qualified: staff.qualified,
    unit: unit === undefined ? null : { id: unit.unit, name: unit.name },
    board: { name, synthetic, simulatedToday: simulatedToday ?? null },
    today: ctx.today,
    actions: [...actionsOf(ctx.actor)],
    signIn: {
      limited: ctx.session?.limited ?? false,
      unseen: ctx.session?.unseen ?? 0,
      endsOn: nearEnd(ctx.session?.endsOn ?? null, stockholmDate(store.clock.now())),
    },
    specDigest: store.packs.current(ctx.tenant).digest,
  };
}
