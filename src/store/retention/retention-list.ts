import type { AktState } from "../../domain/akt-state.ts";
import { retentionOfMatters } from "../../domain/retention/matter-retention.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { isDue, type Retention } from "../../rules/retention.ts";
import type { Law } from "../../rules/types.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** A matter with how long it is kept, and whether it is to be destroyed today. */
export interface RetainedMatter {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly number: string | undefined;
  readonly seq: number;
  readonly retention: Retention;
  /** A legal hold stands on the akt. */
  readonly held: boolean;
  readonly due: boolean;
}

interface AktRow {
  readonly akt: Uuid;
  readonly seq: number;
  readonly state: AktState;
  readonly birth_date: PlainDate | null;
  readonly held: boolean;
}

const COLUMNS = `a.akt, s.seq, s.state, p.birth_date,
     exists (select from retention_hold h
       where h.tenant = a.tenant and h.akt = a.akt and h.lifted_at is null) as held
   from akt a
   join stream_state s on s.tenant = a.tenant and s.stream = a.akt
   left join person p on p.tenant = a.tenant and p.person = a.person`;

const PAGE_OF_AKTER = statement(
  "retention_akter",
  `select ${COLUMNS} where a.tenant = $1 and a.akt > $2 order by a.akt limit $3`,
);
const ONE = statement("retention_akt", `select ${COLUMNS} where a.tenant = $1 and a.akt = $2`);
const SETTING = statement(
  "retention_setting_read",
  "select municipality from retention_setting where tenant = $1",
);

const PAGE = 200;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The code of the board's municipality; undefined where nobody has set it. */
export async function findMunicipality(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.rows<{ municipality: string }>(SETTING, [tx.tenant]);
  return row?.municipality;
}

/** How long each matter of a board is kept as of a day, akt by akt. Reads states, never the log. */
export async function* retainedMatters(
  tx: Tx,
  law: Law,
  today: PlainDate,
): AsyncGenerator<RetainedMatter> {
  const municipality = await findMunicipality(tx);
  let last: Uuid | typeof BEFORE_ALL = BEFORE_ALL;
  for (;;) {
    const rows: AktRow[] = await tx.rows<AktRow>(PAGE_OF_AKTER, [tx.tenant, last, PAGE]);
    for (const row of rows) {
      last = row.akt;
      yield* await mattersOf(tx, law, row, { today, municipality });
    }
    if (rows.length < PAGE) return;
  }
}

/** The same of one akt; none where there is no such akt. */
export async function retainedMattersOf(
  tx: Tx,
  law: Law,
  akt: Uuid,
  today: PlainDate,
): Promise<readonly RetainedMatter[]> {
  const [municipality, [row]] = await Promise.all([
    findMunicipality(tx),
    tx.rows<AktRow>(ONE, [tx.tenant, akt]),
  ]);
  return row === undefined ? [] : mattersOf(tx, law, row, { today, municipality });
}

interface Setting {
  readonly today: PlainDate;
  readonly municipality: string | undefined;
}

async function mattersOf(
  tx: Tx,
  law: Law,
  row: AktRow,
  { today, municipality }: Setting,
): Promise<readonly RetainedMatter[]> {
  const { state, seq, akt } = row;
  const others = await Promise.all(
    (state.linked ?? []).map((link) => tx.rows<AktRow>(ONE, [tx.tenant, link.akt])),
  );
  const linked = others.flat();
  const held = row.held || linked.some((other) => other.held);
  const found = retentionOfMatters(law, [state, ...linked.map((other) => other.state)], {
    today,
    ...(municipality === undefined ? {} : { municipality }),
    ...(row.birth_date === null ? {} : { birthDate: row.birth_date }),
  });
  return Object.values(state.matters).flatMap(({ matter, number }) => {
    const retention = found.get(matter);
    if (retention === undefined) return [];
    const due = isDue(retention, today);
    return [{ akt, matter, number, seq, retention, held, due }];
  });
}
