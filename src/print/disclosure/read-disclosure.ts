import type { AktState } from "../../domain/akt-state.ts";
import { guardianOrder } from "../../domain/audience.ts";
import { disclosureIn, isOwnData } from "../../domain/disclosure/disclosure-demands.ts";
import type { Answers } from "../../domain/event.ts";
import { toldOfIdentity } from "../../domain/person/new-identity.ts";
import { isProtectedOn, nameOn, personFieldOn } from "../../domain/person/person-state.ts";
import { textOf } from "../../domain/read.ts";
import { formatIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type Family,
  isGuardian,
  aroundChild,
  kinOf,
  loadFamilyOfAkt,
  partiesOn,
} from "../../store/commands/load-akt.ts";
import {
  boardTime,
  loadOrganisation,
  type Organisation,
} from "../../store/commands/organisation.ts";
import type { Store } from "../../store/deps.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { readAktState, readEvent, readEvents } from "../../store/views/read-akt.ts";
import { recipientOf } from "../build-context.ts";
import type { PersonName, SecretText } from "../facts.ts";
import { mayBeNamed, staffInWords } from "../facts-of-record.ts";
import { readHiddenEntries } from "../hidden-entries.ts";
import { personsIn } from "../print-source.ts";
import { printSpec } from "../print-spec.ts";
import { recipientsOn } from "../recipients.ts";
import { reportAnswers } from "../report-answers.ts";
import { hiddenEntryTexts, protectedDetails, reporterSecrets } from "../secret-texts.ts";
import type { DisclosureRecord } from "./disclosure-record.ts";
import { tell } from "./disclosure-texts.ts";
import { type EntryPart, partsOf } from "./entry-parts.ts";
import { readEntries } from "./read-entries.ts";

/** What is known of a person, in the specification; the number is no field of the record. */
const BASIC_DATA = "basic-data";
const NUMBER = "identityNumber";

/** Which request, and the matters of the akt that whoever examines it may read and the recipient may know of. */
export interface DisclosureRequest {
  readonly akt: Uuid;
  readonly disclosure: Uuid;
  readonly mayHave: (state: AktState, by: Uuid | undefined) => ReadonlySet<Uuid>;
}

/**
 * A request with everything in the akt that it may be about, whole and as far as the recipient may have it. Refuses
 * with `akt.not-found` and `disclosure.not-found`.
 */
export async function readDisclosure(
  store: Store,
  tx: Tx,
  { akt, disclosure, mayHave }: DisclosureRequest,
): Promise<Result<DisclosureRecord>> {
  const state = await readAktState(tx, akt);
  const family = state === undefined ? undefined : await loadFamilyOfAkt(tx, akt);
  if (state === undefined || family === undefined) {
    return fail(problem("akt.not-found", { status: 404 }));
  }
  const matter = Object.values(state.matters).find(
    (each) => disclosureIn(each, disclosure) !== undefined,
  );
  const asked = disclosureIn(matter, disclosure);
  const made = asked === undefined ? undefined : await readEvent(tx, akt, asked.seq);
  if (matter === undefined || asked === undefined || made === undefined) {
    return fail(problem("disclosure.not-found", { status: 404 }));
  }
  const organisation = await loadOrganisation(store, tx);
  const { today } = boardTime(store, organisation.board);
  const request = made.event.body.data;
  const who = recipientFor(family, today, { disclosure, by: asked.by[0], request });
  const secrets = await readSecrets(tx, state, family, { today, isParty: who.isParty });
  const people = await peopleFor(tx, organisation, family, { today, isParty: who.isParty });
  const matters = mayHave(state, asked.by[0]);
  const reader = { ...who, reporterShielded: isShielded(state) };
  const entries = await readEntries(store, tx, state, {
    matters,
    reader,
    people,
    named: (persons) => nameOthers(tx, persons, { family, today, isParty: who.isParty }),
  });
  const decision = await readDecision(tx, akt, asked.decided?.seq, people);
  const others = [family.child, ...family.relatives].filter(
    ({ person }) => person !== family.child.person && person !== asked.by[0],
  );
  return ok({
    akt,
    matter: matter.matter,
    disclosure: asked,
    board: { name: organisation.board.name, synthetic: organisation.board.synthetic },
    child: { person: family.child.person, name: nameOn(family.child, today) },
    request,
    ...(decision === undefined ? {} : { decision }),
    ...who,
    ownData: isOwnData(asked) && who.isParty ? await ownDataOf(store, tx, who, people, today) : [],
    entries,
    secrets,
    othersNames: [...new Set(others.map(({ person }) => people.get(person)?.name ?? ""))],
    spec: printSpec(store.packs.current(tx.tenant).pack),
    lawTexts: store.law.law.texts,
  });
}

function isShielded(state: AktState): boolean {
  return Object.values(state.matters).some(({ reports }) => reports.some((one) => one.shielded));
}

/** A party of today by its own rights; anybody else as a stranger, by the name that was given. */
function recipientFor(
  family: Family,
  today: PlainDate,
  asked: { readonly disclosure: Uuid; readonly by: Uuid | undefined; readonly request: Answers },
): Pick<DisclosureRecord, "recipient" | "recipientName" | "isParty"> {
  const { guardians } = partiesOn(family, today);
  const order = guardianOrder(family.relatives.filter(({ kind }) => isGuardian(kind)));
  const party = recipientsOn(family.child, guardians, today, order).find(
    ({ person }) => person === asked.by,
  );
  const recipient = party === undefined ? undefined : recipientOf(party);
  if (party !== undefined && recipient?.kind === "party") {
    return { recipient, recipientName: party.name, isParty: true };
  }
  const named = textOf(asked.request["askedBy"])?.trim() ?? "";
  return {
    // No person has the id of a request: nothing is shown to it by name.
    recipient: { kind: "party", person: asked.disclosure, audience: "other" },
    recipientName: named === "" ? tell("somebody") : named,
    isParty: false,
  };
}

/** What must not reach the recipient wherever it stands. Towards a stranger everything that is secret towards anybody. */
async function readSecrets(
  tx: Tx,
  state: AktState,
  family: Family,
  { today, isParty }: { readonly today: PlainDate; readonly isParty: boolean },
): Promise<readonly SecretText[]> {
  const { guardians } = kinOf(family);
  const seqs = Object.values(state.matters).flatMap(({ reports }) => reports.map(({ seq }) => seq));
  const reports = await reportAnswers(tx, state, await readEvents(tx, state.akt, seqs));
  const kin = [family.child, ...guardians];
  const secrets = [
    ...reporterSecrets(
      [...reports.values()].flatMap(({ counts, first = counts }) => [counts, first]),
      kin.map((person) => nameOn(person, today)),
    ),
    ...hiddenEntryTexts(await readHiddenEntries(tx, state)),
    ...protectedDetails(
      [family.child, ...aroundChild(family)],
      kin.map(({ person }) => person),
      today,
    ),
  ];
  return isParty ? secrets : secrets.map(({ kind, text }) => ({ kind, text }));
}

async function readDecision(
  tx: Tx,
  akt: Uuid,
  seq: number | undefined,
  people: ReadonlyMap<string, PersonName>,
): Promise<DisclosureRecord["decision"]> {
  const made = seq === undefined ? undefined : await readEvent(tx, akt, seq);
  if (made === undefined) return undefined;
  const { event } = made;
  return {
    answers: event.body.data,
    by: people.get(event.actor) ?? { name: "" },
    at: event.occurredAt,
  };
}

/**
 * The basic data of a person as they are today, in words. Nobody is secret towards oneself (OSL 12:1), but a paper is
 * read by others too: that an identity is new stands on none.
 */
async function ownDataOf(
  store: Store,
  tx: Tx,
  { recipient }: Pick<DisclosureRecord, "recipient">,
  people: ReadonlyMap<string, PersonName>,
  today: PlainDate,
): Promise<readonly EntryPart[]> {
  const [person] = await personsIn(tx, { own: recipient.person });
  if (person === undefined) return [];
  const spec = printSpec(store.packs.current(tx.tenant).pack);
  const answers: Answers = Object.fromEntries(
    Object.keys(person.fields).flatMap((field) => {
      const value = personFieldOn(person, field, today);
      const told = value === undefined ? undefined : toldOfIdentity(person, field, value);
      return told === undefined ? [] : [[field, told] as const];
    }),
  );
  const number =
    person.identity === undefined ? {} : { [NUMBER]: formatIdentityNumber(person.identity.value) };
  return partsOf({ facts: { spec, people } }, spec.document(BASIC_DATA), { ...answers, ...number });
}

/** The staff of the board, the child and its family, by what they are called today; to a stranger nobody protected. */
async function peopleFor(
  tx: Tx,
  organisation: Organisation,
  family: Family,
  { today, isParty }: { readonly today: PlainDate; readonly isParty: boolean },
): Promise<ReadonlyMap<string, PersonName>> {
  const kin = await personsIn(tx, { family: family.relatives.map(({ person }) => person) });
  return new Map<string, PersonName>([
    ...[...organisation.staff.values()].map((member): [string, PersonName] => [
      member.staff,
      staffInWords(member),
    ]),
    ...[family.child, ...kin].map((person): [string, PersonName] => [
      person.person,
      {
        name:
          !isParty && isProtectedOn(person, today) ? tell("hidden-person") : nameOn(person, today),
      },
    ]),
  ]);
}

/** Others whom the entries name by id: nobody protected is named, to a stranger not even in the family. */
async function nameOthers(
  tx: Tx,
  persons: Answers,
  { family, today, isParty }: { family: Family; today: PlainDate; isParty: boolean },
): Promise<ReadonlyMap<string, PersonName>> {
  const kin = new Set<string>(
    isParty ? [family.child.person, ...family.relatives.map(({ person }) => person)] : [],
  );
  const found = await personsIn(tx, persons);
  const named = found.filter((person) => mayBeNamed(person, kin, today));
  const hidden = found.filter((person) => !kin.has(person.person) && isProtectedOn(person, today));
  return new Map<string, PersonName>([
    ...named.map((person): [string, PersonName] => [
      person.person,
      { name: nameOn(person, today) },
    ]),
    ...hidden.map(({ person }): [string, PersonName] => [person, { name: tell("hidden-person") }]),
  ]);
}
