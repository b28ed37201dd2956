import {
  findPersonFacts,
  isBarredFrom,
  mayWithPerson,
  type PersonFacts,
} from "../../access/person-reach.ts";
import { searchPersons } from "../../contract/persons/search-persons.ts";
import { ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { searchPersons as search, type SearchHit } from "../../store/search/search-persons.ts";
import { accessEntry } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { personLabel } from "../views/labels.ts";

/**
 * Every hit says why it was found; one with protected data is a placeholder for those who may not see it. Numbers of
 * matters follow on each other and can be tried: by such a one nobody learns that a protected person is known here.
 */
export const searchPersonsHandler = handleInTx(searchPersons, async (ctx, { body }, tx) => {
  const { manifest } = ctx.app.store.packs.current(ctx.tenant).pack;
  const found = await search(tx, body.q, ctx.today, manifest.matterNumber);
  if (!found.ok) return found;
  const { readAs, more } = found.value;
  const facts = await findPersonFacts(
    tx,
    found.value.hits.map((hit) => hit.person),
  );
  const hits = found.value.hits.filter(({ person }) => {
    const known = facts.get(person);
    if (known !== undefined && isBarredFrom(ctx.actor, known)) return false;
    return readAs !== "matter-number" || isVisible(ctx, known);
  });
  const persons = hits.map((hit) => hit.person);
  logView(tx, accessEntry(ctx, searchPersons, { persons }), ctx.now);
  const shown = hits.map((hit) => hitOf(ctx, hit, facts.get(hit.person)));
  return ok({ readAs, hits: shown, more });
});

function hitOf(ctx: RequestContext, hit: SearchHit, facts: PersonFacts | undefined) {
  const visible = isVisible(ctx, facts);
  return {
    ...personLabel(ctx, hit, visible),
    akt: hit.akt,
    birthDate: visible ? hit.birthDate : null,
    reasons: hit.reasons.map((id) => ({ id, sv: id, en: id, ...ctx.app.words.search[id] })),
    running: visible && hit.running,
  };
}

function isVisible(ctx: RequestContext, facts: PersonFacts | undefined): boolean {
  if (facts === undefined || !facts.protected) return true;
  return "allow" in mayWithPerson(ctx.actor, "person.read", "case-handling", facts);
}
