import type { MatterState } from "../domain/akt-state.ts";
import type { StaffFacts } from "../domain/command.ts";
import type { Answers } from "../domain/event.ts";
import { isProtectedAmong } from "../domain/person/lives-with.ts";
import {
  isProtectedOn,
  nameOn,
  personFieldOn,
  type PersonState,
} from "../domain/person/person-state.ts";
import { withOccasionSecrecy } from "../domain/notes/occasions.ts";
import { codesOf, textOf } from "../domain/read.ts";
import { withCitedSecrecy } from "../domain/received/citations.ts";
import { sourceHiddenFrom, withSourceSecrecy } from "../domain/sources/source-secrecy.ts";
import { formatIdentityNumber } from "../kernel/identity-number.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { appealOn } from "../rules/look-up.ts";
import type { Law } from "../rules/types.ts";
import type {
  AppealFacts,
  BasisFacts,
  BoardFacts,
  ChildFacts,
  CitedEntry,
  DecisionFacts,
  EntryFacts,
  ObjectionFacts,
  PartyFacts,
  PersonName,
  PrintFacts,
  SpokenWords,
  VersionFacts,
} from "./facts.ts";
import { partyRole } from "./frame.ts";
import type { PrintSpec } from "./print-spec.ts";
import { printDocument } from "./print-documents.ts";
import { capital, say } from "./print-texts.ts";
import { ageOf, recipientsOn } from "./recipients.ts";
import { hiddenEntryTexts, protectedDetails, reporterSecrets } from "./secret-texts.ts";

/** What the record holds about a document or decision, as read in one transaction. */
export interface PrintRecord {
  readonly today: PlainDate;
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly units: readonly { readonly unit: Uuid; readonly name: string }[];
  readonly staff: ReadonlyMap<string, StaffFacts>;
  readonly matter: MatterState;
  readonly content: Answers;
  readonly version: VersionFacts;
  /** Who wrote or signed it, or put it on file. */
  readonly author: Uuid;
  readonly spec: PrintSpec;
  readonly law: Law;
  readonly child: PersonState;
  readonly guardians: readonly PersonState[];
  /** Everybody who was ever a guardian, in the order of their letters; the present ones where absent. */
  readonly guardianOrder?: readonly Uuid[];
  /** Everybody who was a guardian at any time, an address being as secret when custody has ended, and of its home. */
  readonly everGuardians?: readonly PersonState[];
  /** Others the content refers to by id. */
  readonly others: readonly PersonState[];
  /** Answers of the reports of every matter of the akt: an earlier reporter is as secret. */
  readonly reports: readonly Answers[];
  /** Answers of the talks of the matter, newest first. */
  readonly talks: readonly Answers[];
  readonly objections?: readonly ObjectionFacts[];
  /** Id of its document, for a document of a measure. */
  readonly document?: string;
  /** Answers of entries of the akt that are kept from somebody by name. */
  readonly hiddenEntries?: readonly Answers[];
  /** The entries of the matter that the content cites, by their number. */
  readonly cited?: ReadonlyMap<number, CitedEntry>;
}

/** Ids of the law texts about the right to comment before a decision (FL 25; SoL 14:8). */
const rightsTexts = ["communication.oral", "communication.unanswered"];

/** The facts of a decision basis from the record. Pure. */
export function basisFactsOf(record: PrintRecord): BasisFacts {
  const { version, matter, law } = record;
  const sent = (matter.basis?.communicated ?? []).filter((one) => one.version === version.version);
  return {
    ...printFacts(record),
    kind: "basis",
    answerBy: new Map(sent.map(({ party, answerBy }) => [party, answerBy])),
    rights: rightsTexts.flatMap((id) => law.texts.get(id)?.sv ?? []),
  };
}

/** The facts of a decision from the record, with how it can be tried by the law of its day. Pure. */
export function decisionFactsOf(record: PrintRecord): DecisionFacts {
  const { content, law, version } = record;
  const appeal = appealOf(content, law, stockholmDate(version.at));
  return { ...printFacts(record), kind: "decision", appeal };
}

/** The facts of a document of a measure; whoever carries it out may get a copy of its own. Pure. */
export function entryFactsOf(record: PrintRecord): EntryFacts {
  const { document = "", content, spec } = record;
  const facts = printFacts(record);
  const fields = spec.document(document)?.sections.flatMap((section) => section.fields) ?? [];
  const asks = fields.some(({ id }) => id === "visibleTo");
  return {
    ...facts,
    kind: "entry",
    document,
    title: spec.document(document)?.name ?? document,
    // Nobody named is nobody: what the child says is shown by its choice only.
    content: { ...(asks ? { visibleTo: [] } : {}), ...facts.content },
    parties: [...facts.parties, ...providerOf(document, content, record.matter.matter)],
    spoken: [],
  };
}

/** Whoever carries out the measure, by the name the document has or by what kind of provider it is. */
function providerOf(document: string, content: Answers, id: Uuid): readonly PartyFacts[] {
  if (printDocument(document)?.toProvider !== true) return [];
  const name = textOf(content["provider"]) ?? capital(say("print.role.staff.provider"));
  return [{ person: id, kind: "provider", name, audience: "other" }];
}

/** The content with all that is hidden from somebody because of what it cites, also from a provider. */
function contentFor({ content, matter, cited }: PrintRecord, parties: readonly PartyFacts[]) {
  const readers = [...parties, { person: matter.matter, audience: "other" }];
  const now = withOccasionSecrecy(withCitedSecrecy(content, matter), (entry) =>
    codesOf(cited?.get(entry)?.data["hiddenFrom"]),
  );
  return withSourceSecrecy(now, (citation) => {
    const entry = cited?.get(citation.entry ?? 0);
    return entry === undefined
      ? []
      : sourceHiddenFrom(citation, entry.content ?? entry.data, readers);
  });
}

function printFacts(record: PrintRecord): PrintFacts {
  const { today, child, guardians } = record;
  const family = [child, ...(record.everGuardians ?? guardians)];
  const parties = recipientsOn(child, guardians, today, record.guardianOrder);
  const people = peopleOf(record);
  const names = [...people.values()].map(({ name }) => name);
  return {
    content: contentFor(record, parties),
    cited: record.cited ?? new Map(),
    received: new Map((record.matter.received ?? []).map(({ document, on }) => [document, on])),
    answers: new Map(
      (record.matter.letters ?? []).flatMap(({ letter, said }) =>
        said === undefined ? [] : [[letter, said.on] as const],
      ),
    ),
    spec: record.spec,
    board: boardOf(record),
    version: record.version,
    ...(record.matter.number === undefined ? {} : { matterNumber: record.matter.number }),
    child: childOf(record),
    parties,
    people,
    author: people.get(record.author) ?? { name: say("print.unknown-person") },
    reporterShielded: record.matter.reports.some((report) => report.shielded),
    spoken: record.talks.flatMap(spokenIn),
    objections: record.objections ?? [],
    secrets: [
      ...reporterSecrets(record.reports, names),
      ...hiddenEntryTexts(record.hiddenEntries ?? []),
      ...protectedDetails(
        family,
        parties.map(({ person }) => person),
        today,
      ),
    ],
  };
}

/** Whether a person whose id stands in a text is named: nobody protected is, but for the family. */
export function mayBeNamed(
  person: PersonState,
  family: ReadonlySet<string>,
  on: PlainDate,
): boolean {
  return family.has(person.person) || !isProtectedOn(person, on);
}

function boardOf({ board, units, staff, author, matter }: PrintRecord): BoardFacts {
  const id = staff.get(author)?.unit ?? matter.unit;
  const unit = units.find((one) => one.unit === id)?.name;
  return { ...board, ...(unit === undefined ? {} : { unit }) };
}

function childOf({ child, guardians, everGuardians, version }: PrintRecord): ChildFacts {
  const on = stockholmDate(version.at);
  const fullName = nameOn(child, on);
  const given = textOf(personFieldOn(child, "givenName", on));
  const age = ageOf(child, on);
  return {
    person: child.person,
    fullName: fullName === "" ? say("print.child-unnamed") : fullName,
    givenName: given?.split(" ")[0] ?? say("print.child-short"),
    ...(age === undefined ? {} : { age }),
    ...(child.identity === undefined ? {} : { number: formatIdentityNumber(child.identity.value) }),
    protected: isProtectedAmong(child, everGuardians ?? guardians, on),
  };
}

function peopleOf(record: PrintRecord): ReadonlyMap<string, PersonName> {
  const on = stockholmDate(record.version.at);
  const named = (person: PersonState, role?: string): [string, PersonName] => [
    person.person,
    { name: nameOn(person, on), ...(role === undefined ? {} : { role }) },
  ];
  return new Map<string, PersonName>([
    ...record.others.map((person) => named(person)),
    ...record.guardians.map((person) => named(person, partyRole("guardian"))),
    named(record.child),
    ...[...record.staff.values()].map((member): [string, PersonName] => [
      member.staff,
      staffInWords(member),
    ]),
  ]);
}

/** A deciding body is called by its name alone. */
export function staffInWords({ name, role }: StaffFacts): PersonName {
  if (role === "committee" || role === "board") return { name };
  return { name, role: say(`print.role.staff.${role}`) };
}

function spokenIn(talk: Answers): readonly SpokenWords[] {
  const text = textOf(talk["childsWords"]);
  return text === undefined ? [] : [{ text, visibleTo: codesOf(talk["visibleTo"]) }];
}

/** How a decision can be tried, by the appeal table of the law that held on its day (FL 33, SoL 35:1). */
export function appealOf(content: Answers, law: Law, on: PlainDate): AppealFacts {
  const type = textOf(content["type"]) ?? "";
  const form = textOf(content["placementForm"]);
  const row = appealOn(law, form === undefined ? type : `${type}.${form}`, on);
  // What the table does not know is not said to be final: most decisions can be tried in some way (KL 13:1).
  if (row === undefined) return { appealable: "not", text: law.texts.get("appeal.ask")?.sv ?? "" };
  return {
    appealable: row.appealable,
    text: law.texts.get(row.text)?.sv ?? "",
    section: [row.section, law.acts.get(row.act)?.name.sv]
      .filter((part) => part !== undefined)
      .join("\n"),
  };
}
