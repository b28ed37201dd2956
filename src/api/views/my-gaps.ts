import { myGaps } from "../../contract/views/my-gaps.ts";
import { listGaps } from "../../followup/gaps/list-gaps.ts";
import { columnsOf } from "../../followup/columns.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx } from "../http/handler.ts";
import { personLabel } from "./labels.ts";

const MOST_ROWS = 100;

/** One's own work only: nobody is shown what somebody else has not filled in. */
export const myGapsHandler = handleInTx(myGaps, async (ctx, _input, tx) => {
  const { pack } = ctx.app.store.packs.current(ctx.tenant);
  const { texts } = ctx.app.followup;
  const lines = await listGaps(tx, pack, { staff: ctx.actor.staff, limit: MOST_ROWS });
  const persons = [...new Set(lines.map((line) => line.person))];
  logView(tx, accessEntry(ctx, myGaps, { persons }), ctx.now);
  const labels = new Map(columnsOf(pack).map(({ id, label }) => [id, label]));
  return ok({
    today: ctx.today,
    rows: lines.map((line) => ({
      akt: line.akt,
      matter: line.matter,
      child: personLabel(ctx, line),
      kind: texts[`one.${line.kind}`] ?? { sv: line.kind, en: line.kind },
      on: line.on,
      missing: line.missing.map((id) => ({ id, label: labels.get(id) ?? { sv: id, en: id } })),
    })),
  });
});
