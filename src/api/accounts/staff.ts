import { addStaff, changeStaff } from "../../contract/accounts/staff.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import { handle, type Input } from "../http/handler.ts";
import { maybeUuid, uuidOf } from "../http/ids.ts";
import { administer, tellMember } from "./administer.ts";

type Body = Input<typeof addStaff>["body"];

export const addStaffHandler = handle(addStaff, (ctx, { body }) =>
  administer(ctx, actOf(addStaff, "staff.add", body), async () => ({})),
);

/** What somebody may do follows from it at the next request; the owner of the account is told. */
export const changeStaffHandler = handle(changeStaff, (ctx, { body }) =>
  administer(ctx, actOf(changeStaff, "staff.change", body), async (tx) => {
    await tellMember(tx, ctx, uuidOf(body.staff));
    return {};
  }),
);

function actOf(route: typeof addStaff, type: "staff.add" | "staff.change", body: Body) {
  const unit = maybeUuid(body.unit);
  const { name, role, qualified, from, to } = body;
  const ids = { staff: uuidOf(body.staff), ...(unit === undefined ? {} : { unit }) };
  const command: UnitCommand = {
    type,
    ids,
    data: {
      name,
      role,
      qualified,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
  return { route, commandId: uuidOf(body.commandId), command };
}
