import { readFill } from "../../contract/followup/read-fill.ts";
import { rowKinds } from "../../followup/derive/rows.ts";
import { readFill as fillOf } from "../../followup/engine/read-fill.ts";
import { fill } from "../../followup/engine/words.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { handle } from "../http/handler.ts";
import { unitRef } from "../views/labels.ts";
import { logQuestion, scopeOf } from "./scope.ts";

const A_YEAR = 365;

export const readFillHandler = handle(readFill, async (ctx) => {
  await logQuestion(ctx, readFill);
  const from = addDays(ctx.today, -A_YEAR);
  const rows = await fillOf(ctx.app.followup, scopeOf(ctx), from);
  const byUnit = [...Map.groupBy(rows, ({ unit }) => unit)];
  return ok({
    from,
    kinds: rowKinds.map((id) => ({ id, name: fill(ctx.app.followup.texts, `noun.${id}`) })),
    units: byUnit
      .map(([unit, ofUnit]) => {
        const known = unitRef(ctx, unit);
        const kinds = ofUnit.map(({ kind, n, filled }) => ({ kind, n, filled }));
        return { unit: known?.id ?? null, name: known?.name ?? null, kinds };
      })
      .toSorted((a, b) => swedish.compare(a.name ?? "", b.name ?? "")),
  });
});

const swedish = new Intl.Collator("sv");
