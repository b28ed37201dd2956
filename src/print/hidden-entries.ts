import type { AktState } from "../domain/akt-state.ts";
import type { Answers } from "../domain/event.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { readEvents } from "../store/views/read-akt.ts";
import { standingViews } from "../store/views/standing-views.ts";
import { HIDDEN_FROM } from "./secret-texts.ts";

// A basis has its own paragraphs to hide, which its copies leave out.
const HIDDEN = statement(
  "print_hidden_entries",
  `select c.seq
   from chronology c
   join event e on e.tenant = c.tenant and e.stream = c.akt and e.seq = c.seq
   where c.tenant = $1 and c.akt = $2 and c.type not like 'basis.%'
     and position('"${HIDDEN_FROM}"' in e.body) > 0`,
);

/** What entries of an akt say that some persons must not read, as it counts now (OSL 12:3, 26:1). */
export async function readHiddenEntries(tx: Tx, state: AktState): Promise<readonly Answers[]> {
  const rows = await tx.rows<{ seq: number }>(HIDDEN, [tx.tenant, state.akt]);
  const seqs = rows.map(({ seq }) => seq);
  const read = await readEvents(tx, state.akt, seqs);
  const views = await standingViews(
    tx,
    state,
    seqs.flatMap((seq) => read.get(seq) ?? []),
  );
  return views.map(({ event }) => event.body.data);
}
