import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { findMunicipality } from "./retained-akter.ts";
import { findCurrentRun } from "./runs.ts";

/** A code of the board's municipality as somebody said it. */
export interface MunicipalitySaid {
  readonly municipality: string;
  readonly setBy: Uuid;
  readonly setAt: Instant;
}

const HISTORY = statement(
  "retention_setting_history",
  `select municipality, set_by as "setBy", set_at as "setAt" from retention_setting
   where tenant = $1 order by nth desc limit 50`,
);
const SAY = statement(
  "retention_setting_say",
  `insert into retention_setting (tenant, nth, municipality, set_by, set_at)
   select $1, coalesce(max(nth), 0) + 1, $2, $3, $4 from retention_setting where tenant = $1
   on conflict (tenant, nth) do nothing`,
);

/** What the code was said to be, the one that holds first. */
export function listMunicipalities(tx: Tx): Promise<MunicipalitySaid[]> {
  return tx.rows<MunicipalitySaid>(HISTORY, [tx.tenant]);
}

/**
 * Says which municipality the board is of, or corrects it; what it was before is kept. Saying the same again changes
 * nothing. Refuses `retention.municipality-changed` where it is not `was` any more, and
 * `retention.municipality-in-use` while a list that rests on it waits or is carried out. (A list proposed in the same
 * moment takes no harm: each akt is looked at again with the code of then.)
 */
export async function setMunicipality(
  tx: Tx,
  { municipality, was }: { readonly municipality: string; readonly was: string | null },
  { staff, at }: { readonly staff: Uuid; readonly at: Instant },
): Promise<Result<void>> {
  const pointer = "/municipality";
  const known = (await findMunicipality(tx)) ?? null;
  if (known === municipality) return ok(undefined);
  const changed = problem("retention.municipality-changed", { status: 409, pointer });
  if (known !== was) return fail(changed);
  if ((await findCurrentRun(tx)) !== undefined) {
    return fail(problem("retention.municipality-in-use", { status: 409, pointer }));
  }
  const said = await tx.run(SAY, [tx.tenant, municipality, staff, at]);
  return said > 0 ? ok(undefined) : fail(changed);
}
