import type { Answers } from "../../domain/event.ts";
import { isProtectedAmong } from "../../domain/person/lives-with.ts";
import { isProtectedParty } from "../../domain/person/protected-party.ts";
import { matterFacts } from "../../domain/guard-facts/matter-facts.ts";
import type { LetterFacts } from "../../domain/letters/letter-fields.ts";
import { hasDuty } from "../../domain/letters/letter-recipients.ts";
import {
  birthDateOf,
  nameOn,
  personFieldOn,
  type PersonState,
} from "../../domain/person/person-state.ts";
import { chosenEnclosures, possibleEnclosures } from "../../domain/letters/enclosures.ts";
import { enclosureLabel } from "./enclosure-label.ts";
import { codesOf, textOf, truthOf } from "../../domain/read.ts";
import { isPicture, mayBeShown } from "../../domain/received/may-be-shown.ts";
import { formatIdentityNumber } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { ageOn, type PlainDate, parsePlainDate } from "../../kernel/plain-date.ts";
import { findCode, findCodelist } from "../../spec/lookup.ts";
import { appealOf } from "../facts-of-record.ts";
import { dayInWords, localInWords, say } from "../print-texts.ts";
import type { SecretText } from "../facts.ts";
import {
  hiddenEntryTexts,
  protectedDetails,
  reporterSecrets,
  textsOfKind,
} from "../secret-texts.ts";
import { childValues } from "./child-words.ts";
import type { LetterPrintFacts, LetterRecord } from "./letter-record.ts";

/** Group of codelist `letter-way` whose ways need an address. */
const byAddress = "address";

/** Everything a letter says, from the record. Pure: the same record gives the same letter. */
export function letterFactsOf(record: LetterRecord, id: Uuid): LetterPrintFacts {
  const { subject, letter, recipient, board } = record;
  const name = recipientName(record) ?? "";
  return {
    id,
    letter,
    recipient,
    name,
    address: addressOf(record),
    fields: fieldsOf(record, name),
    pictureWords: pictureWords(record),
    enclosures: enclosuresOf(record),
    ...drawingOf(record),
    law: subject.ctx.law.texts,
    board,
    sender: [senderName(record), unitName(record), board.name],
    ...(letter.look === undefined && record.matter.number !== undefined
      ? { matterNumber: record.matter.number }
      : {}),
    at: record.now,
    ...secretsOf(record),
  };
}

function fieldsOf(record: LetterRecord, name: string): LetterFacts {
  const { letter, subject } = record;
  const { child, today } = subject.ctx;
  const told = letter.look === "child" ? childValues(record, subject.command.data) : undefined;
  const drawing = drawingOf(record).drawing === undefined ? undefined : say("letter.drawing");
  const born = birthDateOf(child, today);
  return {
    values: withoutEmpty({ ...valuesOf(record), ...told?.values, drawing, recipient: name }),
    withheld: withheld(record),
    ...(born === undefined ? {} : { age: ageOn(born, today) }),
    ...(told?.pictures === undefined ? {} : { pictures: told.pictures }),
  };
}

/** The child's own picture: a picture that came in, of this matter, that the child may see. */
function drawingOf({ letter, matter, subject }: LetterRecord): { readonly drawing?: Uuid } {
  const wanted = textOf(subject.command.data["drawing"]);
  if (wanted === undefined || letter.look !== "child") return {};
  const found = matter.received?.find(({ document }) => document === wanted);
  const shown = found !== undefined && mayBeShown(found, subject.ctx.child.person);
  return shown && isPicture(found) && found.file !== undefined ? { drawing: found.file } : {};
}

/** What goes with the letter, as far as it can: each by what it is and its day, never by who sent it. */
function enclosuresOf({ letter, matter, recipient, subject }: LetterRecord) {
  const { ids, data } = subject.command;
  const possible = possibleEnclosures(letter, matter, ids, recipient);
  return chosenEnclosures(data).flatMap(({ kind, item }) => {
    const found = possible.find((one) => one.item === item && one.kind === kind);
    const stands = found?.problems.every(({ severity }) => severity !== "block") === true;
    return stands
      ? [{ kind, item, label: enclosureLabel(kind, item, matter, subject.ctx.pack) }]
      : [];
  });
}

function pictureWords({ subject }: LetterRecord): ReadonlyMap<string, string> {
  const codes = findCodelist(subject.ctx.pack, "child-picture")?.codes ?? [];
  return new Map(codes.map(({ id, label }) => [id, label.sv]));
}

/** The name on the letter; undefined where the report does not say who reported. */
export function recipientName(record: LetterRecord): string | undefined {
  const { subject, recipient } = record;
  switch (recipient.audience.role) {
    case "reporter":
      return textOf(reportAbout(record)?.["reporterName"]);
    case "body":
      return textOf(subject.command.data["recipientName"]);
    default:
      return nameOf(record, recipient.person);
  }
}

function valuesOf(record: LetterRecord): Partial<Record<string, string | undefined>> {
  const { subject, matter, board } = record;
  const { child, today } = subject.ctx;
  const { data } = subject.command;
  const report = matter.reports.find((one) => one.report === subject.command.ids["report"]);
  const number = child.identity;
  return {
    board: board.name,
    unit: unitName(record),
    sender: senderName(record),
    child: nameOn(child, today) || say("print.child-unnamed"),
    number:
      number === undefined || isProtected(record, child)
        ? undefined
        : formatIdentityNumber(number.value),
    arrivedOn: report === undefined ? undefined : dayInWords(report.arrivedOn),
    opened: report?.outcome === "open" ? "open" : undefined,
    notOpened: report?.outcome === "not-open" ? "not-open" : undefined,
    running: report?.outcome === "link" ? "link" : undefined,
    reporter: reporterKind(record),
    ...investigationValues(record),
    ...decisionValues(record),
    ...writtenValues(record, data),
  };
}

function investigationValues(record: LetterRecord) {
  const { matter, subject } = record;
  const opened = matter.investigation?.openedOn;
  const ends = matterFacts(subject, subject.ctx.today)["investigation.endsOn"];
  return {
    openedOn: opened === undefined ? undefined : dayInWords(opened),
    endsOn: dayOf(typeof ends === "string" ? ends : undefined),
  };
}

function decisionValues({ decision, subject, matter }: LetterRecord) {
  const made = matter.decisions.find((one) => one.decision === subject.command.ids["decision"]);
  if (decision === undefined || made === undefined) return {};
  return {
    decidedOn: dayInWords(made.on),
    decision: textOf(decision["wording"]),
    appeal: appealOf(decision, subject.ctx.law, made.on).text,
  };
}

/** What the writer has filled in. */
function writtenValues(record: LetterRecord, data: Answers) {
  const { pack } = record.subject.ctx;
  const meetingAt = textOf(data["meetingAt"]);
  return {
    concern: textOf(data["concern"]),
    questions: textOf(data["questions"]),
    transferWhy: textOf(data["transferWhy"]),
    consentTo: textOf(data["consentTo"]),
    meetingPlace: textOf(data["meetingPlace"]),
    meetingAt: meetingAt === undefined ? undefined : localInWords(meetingAt),
    answerBy: dayOf(textOf(data["answerBy"])),
    note: textOf(data["note"]),
    plainWhat: textOf(data["plainWhat"]),
    plainNext: textOf(data["plainNext"]),
    plainAsk: textOf(data["plainAsk"]),
    versionOf: findCode(pack, "child-version", textOf(data["versionOf"]) ?? "")?.label.sv,
    summoned: summoned(record, codesOf(data["summoned"])),
  };
}

/** The others who are asked to come; nobody with protected data is named to somebody else. */
function summoned(record: LetterRecord, persons: readonly string[]): string | undefined {
  const { recipient, subject } = record;
  const names = family(record)
    .filter((one) => persons.includes(one.person) && one.person !== recipient.person)
    .filter((one) => !isProtected(record, one))
    .map((one) => nameOn(one, subject.ctx.today));
  return names.length === 0 ? undefined : names.join("\n");
}

/** Who reported what the investigation is about, by kind: a school, the police. */
function reporterKind({ matter, subject }: LetterRecord): string | undefined {
  const kinds = matter.reports.flatMap((report) => {
    const code = textOf(report.coded["reporterKind"]);
    const label = findCode(subject.ctx.pack, "reporter-kind", code ?? "")?.label.sv;
    return label === undefined ? [] : [label];
  });
  return kinds.length === 0 ? undefined : [...new Set(kinds)].join(", ");
}

/** Who reported is told only where every reporter had to report and none is shielded (OSL 26:5). */
function withheld({ matter }: LetterRecord): LetterFacts["withheld"] {
  const open = matter.reports.every(
    (report) =>
      !report.shielded && hasDuty(report) && truthOf(report.coded["reporterAnonymous"]) !== true,
  );
  return open ? [] : ["reporter"];
}

function addressOf(record: LetterRecord): readonly string[] {
  const { subject, recipient } = record;
  const { ctx, command } = subject;
  const way = textOf(command.data["way"]);
  if (way !== undefined && findCode(ctx.pack, "letter-way", way)?.group !== byAddress) return [];
  const person = family(record).find((one) => one.person === recipient.person);
  if (person !== undefined && isProtected(record, person)) return [];
  const written =
    person === undefined
      ? textOf(command.data["recipientAddress"])
      : textOf(personFieldOn(person, "address", ctx.today));
  return (written ?? "")
    .split(/\n|, /)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What must not stand in the letter, whoever wrote it: other reporters, and protected details of others. */
function secretsOf(
  record: LetterRecord,
): Pick<LetterPrintFacts, "reporterNames" | "reporterRelations" | "details" | "hidden"> {
  const { subject, recipient, reports, firstReports = [] } = record;
  const { today } = subject.ctx;
  const own = recipient.audience.role === "reporter" ? subject.command.ids["report"] : undefined;
  const others = [...reports, ...firstReports].flatMap(([report, data]) =>
    report === own ? [] : [data],
  );
  const all = family(record);
  const names = all.map((one) => nameOn(one, today));
  const mine = recipient.person === undefined ? [] : [recipient.person];
  const ever = [subject.ctx.child, ...(record.everGuardians ?? record.guardians)];
  const isMine = ({ towards }: Pick<SecretText, "towards">) =>
    mine.length === 0 || (towards ?? mine).some((one) => mine.includes(one));
  const hidden = hiddenEntryTexts(record.hiddenEntries ?? []).filter(isMine);
  const secrets = reporterSecrets(others, names);
  return {
    reporterNames: textsOfKind(secrets, "reporter"),
    reporterRelations: textsOfKind(secrets, "reporter-relation"),
    details: protectedDetails(ever, mine, today)
      .filter(isMine)
      .map(({ text }) => text),
    hidden: hidden.map(({ text }) => text),
  };
}

function reportAbout({ reports, subject }: LetterRecord): Answers | undefined {
  const report = subject.command.ids["report"];
  return report === undefined ? undefined : reports.get(report);
}

function family({ subject, guardians }: LetterRecord): readonly PersonState[] {
  return [subject.ctx.child, ...guardians];
}

/** By what the parties say, which knows of homes with others than guardians, or by the family's own data. */
function isProtected(record: LetterRecord, person: PersonState): boolean {
  const { ctx } = record.subject;
  return (
    isProtectedParty(ctx, person.person) || isProtectedAmong(person, family(record), ctx.today)
  );
}

function nameOf(record: LetterRecord, person: Uuid | undefined): string | undefined {
  const state = family(record).find((one) => one.person === person);
  return state === undefined ? undefined : nameOn(state, record.subject.ctx.today);
}

function senderName({ subject }: LetterRecord): string {
  const { name, role } = subject.ctx.actor;
  return `${name}, ${say(`print.role.staff.${role}`)}`;
}

function unitName({ subject, matter, units, board }: LetterRecord): string {
  const id = matter.unit ?? subject.ctx.actor.unit;
  return units.find((one) => one.unit === id)?.name ?? board.name;
}

function dayOf(text: string | undefined): string | undefined {
  const day: PlainDate | undefined = parsePlainDate(text ?? "");
  return day === undefined ? undefined : dayInWords(day);
}

function withoutEmpty(values: Partial<Record<string, string | undefined>>): LetterFacts["values"] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}
