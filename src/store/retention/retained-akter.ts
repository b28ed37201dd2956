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
  /** All akter about the child, the matter's own first. */
  readonly akter: readonly Uuid[];
  readonly retention: Retention;
  /** A legal hold stands on one of the akter. */
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

const AKTER = statement(
  "retention_akter",
  `select a.akt, s.seq, s.state, p.birth_date,
     exists (select from retention_hold h
       where h.tenant = a.tenant and h.akt = a.akt and h.lifted_at is null) as held
   from akt a
   join stream_state s on s.tenant = a.tenant and s.stream = a.akt
   left join person p on p.tenant = a.tenant and p.person = a.person
   where a.tenant = $1 and a.akt = any($2::uuid[]) and s.stream = any($2::uuid[]) order by a.akt`,
);
const SETTING = statement(
  "retention_setting_read",
  "select municipality from retention_setting where tenant = $1 order by nth desc limit 1",
);

/** The code of the board's municipality; undefined where nobody has set it. */
export async function findMunicipality(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.rows<{ municipality: string }>(SETTING, [tx.tenant]);
  return row?.municipality;
}

/** How long each matter of some akter is kept as of a day, from their states; who is not there is left out. */
export async function retainedOfAkter(
  tx: Tx,
  law: Law,
  akter: readonly Uuid[],
  today: PlainDate,
): Promise<readonly RetainedMatter[]> {
  const [municipality, rows] = await Promise.all([
    findMunicipality(tx),
    tx.rows<AktRow>(AKTER, [tx.tenant, akter]),
  ]);
  const known = new Map(rows.map((row) => [row.akt, row]));
  const more = rows.flatMap(linkedOf).filter((akt) => !known.has(akt));
  if (more.length > 0) {
    for (const row of await tx.rows<AktRow>(AKTER, [tx.tenant, more])) known.set(row.akt, row);
  }
  const setting = { today, ...(municipality === undefined ? {} : { municipality }) };
  return rows.flatMap((row) => {
    const linked = linkedOf(row).flatMap((akt) => known.get(akt) ?? []);
    return mattersOf(law, row, linked, setting);
  });
}

function linkedOf({ state }: AktRow): readonly Uuid[] {
  return (state.linked ?? []).map(({ akt }) => akt);
}

function mattersOf(
  law: Law,
  row: AktRow,
  linked: readonly AktRow[],
  setting: { readonly today: PlainDate; readonly municipality?: string },
): readonly RetainedMatter[] {
  const { state, seq, akt } = row;
  const all = [row, ...linked];
  const held = all.some((each) => each.held);
  const akter = all.map((each) => each.akt);
  const found = retentionOfMatters(
    law,
    all.map((each) => each.state),
    { ...setting, ...(row.birth_date === null ? {} : { birthDate: row.birth_date }) },
  );
  return Object.values(state.matters).flatMap(({ matter, number }) => {
    const retention = found.get(matter);
    if (retention === undefined) return [];
    const due = isDue(retention, setting.today);
    return [{ akt, matter, number, seq, akter, retention, held, due }];
  });
}
