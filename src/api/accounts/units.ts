import { makeUnit, renameUnit } from "../../contract/accounts/units.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import { handle, type Input } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { administer } from "./administer.ts";

export const makeUnitHandler = handle(makeUnit, (ctx, { body }) =>
  administer(ctx, actOf(makeUnit, "unit.make", body), async () => ({})),
);

export const renameUnitHandler = handle(renameUnit, (ctx, { body }) =>
  administer(ctx, actOf(renameUnit, "unit.rename", body), async () => ({})),
);

function actOf(
  route: typeof makeUnit,
  type: "unit.make" | "unit.rename",
  { commandId, unit, name }: Input<typeof makeUnit>["body"],
) {
  const command: UnitCommand = { type, ids: { unit: uuidOf(unit) }, data: { name } };
  return { route, commandId: uuidOf(commandId), command };
}
