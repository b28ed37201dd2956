import { z } from "zod";
import { uuid } from "../../contract/shapes.ts";
import { parseUuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import { toldNumbers, type ToldNumbers } from "../release/past.ts";

const question = z.object({
  indicator: z.string(),
  version: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  unit: uuid.transform(parseUuid).optional(),
});

/** An indicator that left in a report, as it was told last over the same period and unit. */
export interface PastIndicator {
  readonly query: z.infer<typeof question>;
  readonly numbers: ToldNumbers;
}

const PAST = statement(
  "followup_release_past_indicators",
  `select distinct on (query) query, numbers from followup_release
   where tenant = $1 and query::jsonb ? 'indicator' order by query, release desc`,
);

/** The indicators that have left the board, each as it was told last over a period and a unit. */
export async function listPastIndicators(tx: Tx): Promise<readonly PastIndicator[]> {
  const rows = await tx.rows<{ query: string; numbers: unknown }>(PAST, [tx.tenant]);
  return rows.flatMap(({ query, numbers }) => {
    const read = question.safeParse(JSON.parse(query));
    return read.success ? [{ query: read.data, numbers: toldNumbers.parse(numbers) }] : [];
  });
}
