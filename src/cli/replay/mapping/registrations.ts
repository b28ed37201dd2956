import { leftTo } from "./left.ts";
import { answersOf, codeOf, leaveOut, type MapContext, type PersonAction } from "./mapping.ts";
import type { CaseFile, CasePerson } from "../case-file.ts";
import { relationKind } from "./relations.ts";
import { personId } from "./people.ts";

const CHILD = "barn";
/** "ingen vid anmälan; sekretessmarkering från 2026-01-23": what is said first held first. */
const AT_FIRST = " vid anmälan";

/** Somebody or something to be registered first, and where the file tells it. */
export interface Registration {
  readonly path: string;
  readonly action: PersonAction;
}

/** The persons of a case as they were known at the beginning, and their relations, to be registered first. */
export function registrations(ctx: MapContext): readonly Registration[] {
  const persons = ctx.file.persons.map((person, index) => {
    const path = `/persons/${index}`;
    return { path, action: registration({ ...ctx, path }, person) };
  });
  const relations = ctx.file.relations.flatMap((relation, index) => {
    const path = `/relations/${index}`;
    const action = relationAction({ ...ctx, path }, relation);
    return isAppointedLater(ctx, relation) ? [] : [{ path, action }];
  });
  return [...persons, ...relations];
}

/** The text of an address, however it is written. */
export function addressText(address: CasePerson["address"]): string | undefined {
  if (address === null || address === undefined) return undefined;
  return typeof address === "string" ? address : address.text;
}

function registration(ctx: MapContext, person: CasePerson): PersonAction {
  const isChild = person.role === CHILD;
  const phone = typeof person.phone === "string" ? person.phone : person.phone?.value;
  const data = answersOf({
    givenName: person.name.given,
    familyName: person.name.family,
    identityNumber: (person.idHistory[0] ?? person.idNumber)?.value,
    birthDate: person.birthDate,
    legalSex: codeOf(ctx, "legal-sex", person.sex, "sex"),
    countryOfBirth: codeOf(ctx, "country", person.countryOfBirth, "countryOfBirth"),
    language: codeOf(ctx, "language", person.language, "language"),
    interpreter: person.interpreter,
    communicationSupport: person.communicationSupport,
    address: addressText(person.address),
    phone,
    addressKind: isChild
      ? codeOf(ctx, "address-kind", person.addressKind, "addressKind")
      : undefined,
    custody: codeOf(ctx, "custody", person.guardianship, "guardianship"),
    disability: codeOf(ctx, "disability-known", person.disability, "disability"),
    unaccompanied: isChild ? (person.unaccompanied ?? false) : person.unaccompanied,
    protectionLevel: protectionOf(ctx, person.protectedIdentity),
  });
  const { key } = person;
  return { on: "person", type: "person.register", person: key, data, relations: [], requires: [] };
}

function protectionOf(ctx: MapContext, words: string | null | undefined): string | undefined {
  if (words === null || words === undefined) return undefined;
  const [first = ""] = words.split(";");
  const label = first.endsWith(AT_FIRST) ? first.slice(0, -AT_FIRST.length) : first;
  const level = ctx.labels.find("protection-level", label);
  if (level === undefined) {
    const reason = leftTo(
      "care",
      `${words} is a decision of compulsory care, no level of protection`,
    );
    leaveOut(ctx, reason, `${ctx.path}/protectedIdentity`);
  }
  return level;
}

/** A guardian whom an event appoints is not known before it. */
function isAppointedLater(ctx: MapContext, relation: CaseFile["relations"][number]): boolean {
  return ctx.timeline.events.some(
    ({ event }) =>
      event.kind === "guardian.appointed" &&
      event.data["person"] === relation.from &&
      event.about.includes(relation.to),
  );
}

function relationAction(ctx: MapContext, relation: CaseFile["relations"][number]): PersonAction {
  personId(ctx, relation.from, "from");
  const kind = relationKind(relation.kind);
  return {
    on: "person",
    type: "person.change",
    person: relation.from,
    data: {},
    relations: [
      {
        relation: ctx.ids.relation(relation.from, kind, relation.to),
        kind,
        to: personId(ctx, relation.to, "to"),
        ...(relation.validFrom === undefined ? {} : { validFrom: relation.validFrom }),
        ...(relation.validTo === undefined ? {} : { validTo: relation.validTo }),
      },
    ],
    requires: [],
  };
}
