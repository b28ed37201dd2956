import { everProtected, homeKinds, type AdultAround } from "../../domain/person/lives-with.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../in-tenant.ts";
import { readStreamState } from "../log/stream-state.ts";
import { personFold } from "../log/streams.ts";
import { statement } from "../statement.ts";

interface Row {
  readonly person: Uuid;
  readonly kind: string;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly known: boolean;
}

/** Only where one of them is or may become protected: nearly nobody has such an adult, and then nothing is read. */
const AROUND = statement(
  "person_adults_around",
  `select r.person, r.kind, r.valid_from as "validFrom", r.valid_to as "validTo",
     p.protected and p.protected_through is null or p.next_change_on is not null as known
   from relation r join person p on p.tenant = r.tenant and p.person = r.person
   where r.tenant = $1 and r.other = $2 and r.kind = any($3)`,
);

/** The adults who may make the home of a person, with what is known of those who may be protected. */
export async function adultsAround(tx: Tx, person: Uuid): Promise<readonly AdultAround[]> {
  const rows = await tx.rows<Row>(AROUND, [tx.tenant, person, homeKinds]);
  if (rows.every(({ known }) => !known)) return [];
  const found: AdultAround[] = [];
  for (const { known, validFrom, validTo, ...row } of rows) {
    const head = known ? await readStreamState(tx, personFold, row.person) : undefined;
    const state = head !== undefined && everProtected(head.state) ? head.state : undefined;
    found.push({ ...row, validFrom: validFrom ?? undefined, validTo: validTo ?? undefined, state });
  }
  return found;
}

/** The children whom somebody protected may be the home of: their rows follow when this person's have changed. */
export function childrenOf(state: PersonState, before: PersonState | undefined): readonly Uuid[] {
  const states = before === undefined ? [state] : [state, before];
  if (!states.some(everProtected)) return [];
  const children = states
    .flatMap(({ relations }) => relations)
    .filter(({ kind }) => homeKinds.includes(kind));
  return [...new Set(children.map(({ to }) => to))].toSorted();
}
