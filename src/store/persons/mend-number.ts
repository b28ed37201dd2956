import { decideMend } from "../../domain/person/decide-mend.ts";
import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../access-log.ts";
import { findAnswer, requestDigest, saveAnswer } from "../commands/command-row.ts";
import { originOf } from "../commands/context.ts";
import { boardTime, loadOrganisation } from "../commands/organisation.ts";
import { projectRelated } from "../commands/project-others.ts";
import { nextProvisional } from "../commands/provisional-number.ts";
import type { RequestBase } from "../commands/request.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { lockPersons, writePersons } from "./person-streams.ts";

/** A number that was wrong from the beginning; without a right one the person gets a provisional one. */
export interface MendRequest extends RequestBase {
  readonly person: Uuid;
  readonly number?: string;
  readonly swapWith?: Uuid;
  readonly reason: string;
}

const OWNER = statement(
  "person_identity_owner_of",
  "select person from person_identity where tenant = $1 and number = $2",
);

/**
 * Mends a number in one transaction, for one person or for two who have each other's. Problems: those of
 * `decideMend`, `person.number-taken`, `person.not-found`, `staff.not-found`, `command.id-reused`.
 */
export async function runMend(
  store: Store,
  tx: Tx,
  request: MendRequest,
): Promise<Result<{ readonly person: Uuid }>> {
  const { person, swapWith, reason } = request;
  const asked = {
    type: "person.mend-number",
    actor: request.actor,
    person,
    number: request.number ?? null,
    swapWith: swapWith ?? null,
    reason,
  };
  const digest = requestDigest(asked);
  if (!digest.ok) return digest;
  const identity = { ...request, type: asked.type, digest: digest.value };
  const persons = swapWith === undefined ? [person] : [person, swapWith];
  const heads = await lockPersons(tx, persons);
  const known = await findAnswer<{ readonly person: Uuid }>(tx, identity);
  if (known !== undefined) return known;
  const [own, other] = persons.map((each) => heads.get(each)?.state);
  if (own === undefined || (swapWith !== undefined && other === undefined)) {
    return fail(problem("person.not-found", { status: 404 }));
  }
  const organisation = await loadOrganisation(store, tx);
  if (!organisation.staff.has(request.actor)) {
    return fail(problem("staff.not-found", { status: 403 }));
  }
  const time = boardTime(store, organisation.board);
  const number = request.number ?? (await nextProvisional(tx, birthOf(own), time.today));
  if (swapWith === undefined && (await isTaken(tx, number, person, time.today))) {
    return fail(problem("person.number-taken", { status: 409, pointer: "/number" }));
  }
  const numberAllowed = organisation.board.synthetic ? store.isTestNumber : () => true;
  const decided = decideMend(
    { person: own, number, reason, ...(other === undefined ? {} : { swapWith: other }) },
    { ...time, actor: request.actor, numberAllowed },
  );
  if (!decided.ok) return decided;
  const origin = originOf(store, tx.tenant, request.commandId, store.packs.current(tx.tenant));
  await writePersons(tx, heads, decided.value, origin, time.today);
  logAccess(tx, "command", request.access, time.now);
  saveAnswer(tx, identity, { stream: person, at: time.now }, { person });
  for (const each of persons) await projectRelated(store, tx, each, time.today);
  return ok({ person });
}

/** One identity number belongs to one person of the board. */
async function isTaken(tx: Tx, text: string, person: Uuid, today: PlainDate): Promise<boolean> {
  const parsed = parseIdentityNumber(text, today);
  if (!parsed.ok) return false;
  const [row] = await tx.rows<{ person: Uuid }>(OWNER, [tx.tenant, parsed.value.value]);
  return row !== undefined && row.person !== person;
}

function birthOf(state: Parameters<typeof decideMend>[0]["person"]) {
  const born = state.fields["birthDate"]?.at(-1)?.value;
  return born === undefined ? {} : { birthDate: born };
}
