import { findFactsOfAkter, mayInMatter, type AktFacts } from "../../access/akt-reach.ts";
import { receiveDocument } from "../../contract/received/receive-document.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import type { RequestContext } from "../http/handler.ts";
import { personLabel } from "../views/labels.ts";

/** A sibling's matter that the same document may be taken into. */
export interface SiblingMatter {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly person: Uuid;
  readonly label: ReturnType<typeof personLabel>;
}

const AKTER = statement(
  "akter_of_siblings",
  `select distinct a.akt from relation r
   join akt a on a.tenant = r.tenant
     and a.person = case when r.other = $2 then r.person else r.other end
   where r.tenant = $1 and r.kind = 'sibling' and (r.other = $2 or r.person = $2)
   order by a.akt`,
);

/**
 * The siblings of a child in whose running matter the one who asks may write: only they are named, each with
 * the newest such matter.
 */
export async function siblingMatters(
  tx: Tx,
  ctx: RequestContext,
  child: Uuid,
): Promise<readonly SiblingMatter[]> {
  const rows = await tx.rows<{ akt: Uuid }>(AKTER, [tx.tenant, child]);
  const akter = await findFactsOfAkter(
    tx,
    rows.map(({ akt }) => akt),
  );
  const open = [...akter.values()].flatMap((facts) => {
    const matter = writable(ctx, facts);
    return matter === undefined ? [] : [{ akt: facts.akt, person: facts.person, matter }];
  });
  const briefs = await findBriefs(
    tx,
    open.map(({ person }) => person),
  );
  return open.flatMap((each) => {
    const brief = briefs.get(each.person);
    return brief === undefined ? [] : [{ ...each, label: personLabel(ctx, brief, true) }];
  });
}

function writable(ctx: RequestContext, facts: AktFacts): Uuid | undefined {
  const { action, purpose } = receiveDocument;
  return [...facts.matters]
    .filter(([matter, { closed }]) => {
      return !closed && "allow" in mayInMatter(ctx.actor, action, purpose, facts, matter);
    })
    .map(([matter]) => matter)
    .toSorted()
    .at(-1);
}
