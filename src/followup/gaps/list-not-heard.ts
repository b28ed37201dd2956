import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Pack } from "../../spec/types.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { runningInUnit, viewerParameters } from "../../store/views/list-plan.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "../../store/views/person-brief.ts";
import { filtered, type Viewer } from "../../store/views/row-filter.ts";
import { loadCodeLists } from "../code-book.ts";
import { columnsOf } from "../columns.ts";
import type { FollowupSettings } from "../settings.ts";

/** A running matter whose child has not been heard in the step it is in. */
export interface NotHeardLine extends PersonBrief {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly phase: string;
  readonly worker: Uuid | null;
  /** The step began this day. */
  readonly since: PlainDate;
}

const PARTICIPATION = "participation";
const TOOK_PART = "took-part";

/**
 * The running matters of a unit (with those no unit has yet) whose child has not taken part in the preliminary
 * assessment or investigation that runs, longest first. A child who could not or did not want to is among them: the
 * reason stands in the record, and the question is asked again.
 */
export async function listNotHeard(
  tx: Tx,
  viewer: Viewer,
  about: {
    readonly pack: Pack;
    readonly settings: Pick<FollowupSettings, "heard">;
    readonly unit: Uuid | undefined;
    readonly limit: number;
  },
): Promise<readonly NotHeardLine[]> {
  const { pack, settings, unit, limit } = about;
  const column = (id: string) => columnsOf(pack).find((each) => each.id === id)?.name;
  const [akt, utr] = [column(settings.heard.akt), column(settings.heard.utr)];
  if (akt === undefined || utr === undefined) return [];
  const book = await loadCodeLists(tx, [PARTICIPATION]);
  const heard = (pack.codelists[PARTICIPATION]?.codes ?? [])
    .filter(({ group }) => group === TOOK_PART)
    .flatMap(({ id }) => book.numberOf(PARTICIPATION, id) ?? []);
  return tx.rows<NotHeardLine>(filtered("unit_not_heard", notHeardSql(viewer, akt, utr)), [
    ...viewerParameters(tx, viewer, unit),
    heard,
    limit,
  ]);
}

function notHeardSql(viewer: Viewer, akt: string, utr: string): string {
  return `select m.akt, m.matter, m.phase, m.worker, h.since, ${BRIEF_COLUMNS}
     from matter m
     join person p on p.tenant = m.tenant and p.person = m.person
     join lateral (
       select r.opened_on as since, r.${utr} as code
       from followup_key k join followup.utr r on r.tenant = k.tenant and r.row_key = k.row_key
       where k.tenant = m.tenant and k.akt = m.akt and k.matter = m.matter and k.kind = 'utr'
         and k.subject = m.open_investigation
       union all
       select r.arrived_on, r.${akt}
       from followup_key k join followup.akt r on r.tenant = k.tenant and r.row_key = k.row_key
       where k.tenant = m.tenant and k.akt = m.akt and k.matter = m.matter and k.kind = 'akt'
         and m.open_investigation is null and m.phase in ('protection-assessed', 'preliminary')
       order by since desc limit 1) h on not (h.code = any($9::smallint[]))
     where ${runningInUnit(viewer)}
     order by h.since, m.matter limit $10`;
}
