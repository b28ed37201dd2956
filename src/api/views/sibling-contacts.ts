import { findFactsOfAkter, mayReadAkt, type AktFacts } from "../../access/akt-reach.ts";
import type { PersonLabel } from "../../contract/shapes.ts";
import { childPage } from "../../contract/views/child-page.ts";
import type { MatterState, ReportState } from "../../domain/akt-state.ts";
import { earlierContacts, type EarlierContact } from "../../domain/intake/came-back.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAktState } from "../../store/views/read-akt.ts";
import { siblingAkter } from "../../store/views/read-siblings.ts";
import type { RequestContext } from "../http/handler.ts";
import { personLabel } from "./labels.ts";

/** A brother or sister with the matters that the reader may see. */
export interface SiblingMatters {
  readonly akt: Uuid;
  readonly child: PersonLabel;
  readonly matters: readonly MatterState[];
}

/**
 * The brothers and sisters of a child whose akter may be read by the one who asks. Asked for only while a report waits
 * for its decision: then it matters what is known of the family.
 */
export async function siblingMatters(
  tx: Tx,
  ctx: RequestContext,
  of: AktFacts,
): Promise<readonly SiblingMatters[]> {
  const akter = (await siblingAkter(tx, of.person, ctx.today)).filter((akt) => akt !== of.akt);
  if (akter.length === 0) return [];
  const facts = [...(await findFactsOfAkter(tx, akter)).values()];
  const briefs = await findBriefs(
    tx,
    facts.map(({ person }) => person),
  );
  const { action, purpose } = childPage;
  const found = await Promise.all(
    facts.map(async (each): Promise<readonly SiblingMatters[]> => {
      const reading = mayReadAkt(ctx.actor, action, purpose, each);
      const brief = briefs.get(each.person);
      if ("deny" in reading || brief === undefined) return [];
      const state = await readAktState(tx, each.akt);
      const matters = Object.values(state?.matters ?? {}).filter(({ matter }) =>
        reading.matters.has(matter),
      );
      return [{ akt: each.akt, child: personLabel(ctx, brief), matters }];
    }),
  );
  return found.flat().toSorted((a, b) => (a.akt < b.akt ? -1 : 1));
}

/** What of the akter of brothers and sisters a report follows on; the same report to several of them is not earlier. */
export function contactsOfSiblings(
  report: ReportState,
  siblings: readonly SiblingMatters[],
  months: number,
): readonly (EarlierContact & Pick<SiblingMatters, "akt" | "child">)[] {
  if (report.outcome !== undefined) return [];
  return siblings.flatMap(({ akt, child, matters }) => {
    const earlier = matters.map((matter) => ({
      ...matter,
      reports: matter.reports.filter(({ receivedAt }) => receivedAt !== report.receivedAt),
    }));
    return earlierContacts(report, earlier, months).map((each) => ({ ...each, akt, child }));
  });
}
