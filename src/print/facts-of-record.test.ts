import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonState } from "../domain/person/person-state.ts";
import { readSpecForTests } from "../domain/testing/read-spec.ts";
import { parseIdentityNumber } from "../kernel/identity-number.ts";
import type { Uuid } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { basisFactsOf, decisionFactsOf, mayBeNamed, type PrintRecord } from "./facts-of-record.ts";
import { printSpec } from "./print-spec.ts";
import { recipientsOn } from "./recipients.ts";
import { hiddenEntryTexts, protectedDetails, reporterSecrets } from "./secret-texts.ts";
import {
  basisFacts,
  committee,
  decisionContent,
  karin,
  mira,
  robert,
  sampleId,
  vidar,
} from "./testing/sample.ts";

const on = plainDate("2026-06-25");
const { pack, law } = readSpecForTests();

function person(
  id: Uuid,
  fields: Readonly<Record<string, string | readonly string[]>>,
): PersonState {
  const validFrom = plainDate("2020-01-01");
  const dated = Object.entries(fields).map(([field, value]) => [field, [{ validFrom, value }]]);
  return {
    person: id,
    registeredOn: validFrom,
    identityHistory: [],
    fields: Object.fromEntries(dated) as PersonState["fields"],
    relations: [],
  };
}

const child = person(vidar, {
  givenName: "Vidar Olof",
  familyName: "Almroth",
  birthDate: "2016-06-21",
});
const mother = person(karin, { givenName: "Karin", familyName: "Almroth" });
const father = person(robert, { givenName: "Robert", familyName: "Tallhed" });

function record(change: Partial<PrintRecord> = {}): PrintRecord {
  return {
    today: on,
    board: { name: "Socialnämnden i Lindvik", synthetic: true },
    units: [{ unit: sampleId("d1"), name: "Utredningsgruppen" }],
    staff: new Map([
      [
        mira,
        {
          staff: mira,
          name: "Mira Falkö",
          role: "caseworker",
          qualified: true,
          unit: sampleId("d1"),
        },
      ],
      [
        committee,
        { staff: committee, name: "Individutskottet", role: "committee", qualified: false },
      ],
    ]),
    matter: { reports: [], decisions: [] } as unknown as PrintRecord["matter"],
    content: decisionContent,
    version: basisFacts().version,
    author: mira,
    spec: printSpec(pack),
    law,
    child,
    guardians: [father, mother],
    others: [],
    reports: [],
    talks: [],
    ...change,
  };
}

describe("facts of the record", () => {
  test("name the child by the usual given name, with age on the day of the version", () => {
    expect(basisFactsOf(record()).child).toMatchObject({
      givenName: "Vidar",
      fullName: "Vidar Olof Almroth",
      age: 10,
    });
    const nameless = basisFactsOf(record({ child: person(vidar, {}) })).child;
    expect(nameless).toMatchObject({ givenName: "barnet", fullName: "Barnet i ärendet" });
    expect(nameless.age).toBeUndefined();
  });

  test("give the number as people write it, and say when the child is protected", () => {
    const identity = parseIdentityNumber("201606219853", on);
    if (!identity.ok) throw new Error("Not a number");
    const protectedChild = {
      ...child,
      identity: identity.value,
      fields: { ...child.fields, protectionLevel: [{ validFrom: on, value: "secrecy-marking" }] },
    };
    expect(basisFactsOf(record({ child: protectedChild })).child).toMatchObject({
      number: "20160621-9853",
      protected: true,
    });
  });

  test("give staff a title and deciding bodies their name alone", () => {
    const { people, author, board } = basisFactsOf(record());
    expect(author).toEqual({ name: "Mira Falkö", role: "socialsekreterare" });
    expect(people.get(committee)).toEqual({ name: "Individutskottet" });
    expect(people.get(robert)).toEqual({ name: "Robert Tallhed", role: "vårdnadshavare" });
    expect(board.unit).toBe("Utredningsgruppen");
  });

  test("take the last day to comment from the version that was sent", () => {
    const sent = (party: Uuid, version: number, answerBy: string) => ({
      party,
      on,
      version,
      answerBy: plainDate(answerBy),
    });
    const basis = { communicated: [sent(robert, 1, "2026-06-24"), sent(karin, 2, "2026-07-01")] };
    const matter = { reports: [], decisions: [], basis } as unknown as PrintRecord["matter"];
    expect([...basisFactsOf(record({ matter })).answerBy]).toEqual([[robert, "2026-06-24"]]);
  });

  test("say how the decision is tried by the law of its day", () => {
    expect(decisionFactsOf(record()).appeal).toMatchObject({
      appealable: "appeal",
      section: expect.stringContaining("6 kap. 13 a §"),
      text: expect.stringContaining("tre veckor"),
    });
    const transfer = decisionFactsOf(record({ content: { type: "transfer" } })).appeal;
    expect(transfer).toMatchObject({ appealable: "not", text: "Beslutet kan inte överklagas." });
    const placed = { type: "care-outside-home", placementForm: "family-home" };
    expect(decisionFactsOf(record({ content: placed })).appeal.appealable).toBe("appeal");
    expect(decisionFactsOf(record({ content: { type: "unheard-of" } })).appeal.appealable).toBe(
      "not",
    );
  });

  test("take the child's words from talks with those who may read them", () => {
    const talks = [{ childsWords: "Jag vill sova", visibleTo: ["child"] }, { summary: "Inget" }];
    expect(basisFactsOf(record({ talks })).spoken).toEqual([
      { text: "Jag vill sova", visibleTo: ["child"] },
    ]);
  });

  test("know that a reporter is shielded, by any report of the matter", () => {
    const matter = {
      reports: [{ shielded: false }, { shielded: true }],
      decisions: [],
    } as unknown as PrintRecord["matter"];
    expect(basisFactsOf(record({ matter })).reporterShielded).toBe(true);
    expect(basisFactsOf(record()).reporterShielded).toBe(false);
  });
});

describe("persons named by id in a text", () => {
  const stranger = { ...person(sampleId("ee"), { protectionLevel: "secrecy-marking" }) };

  test("are named, but nobody protected outside the family", () => {
    const known = new Set<string>([karin]);
    const hiddenMother = person(karin, { protectionLevel: "secrecy-marking" });
    expect(mayBeNamed(stranger, known, on)).toBe(false);
    expect(mayBeNamed(hiddenMother, known, on)).toBe(true);
    expect(mayBeNamed(father, known, on)).toBe(true);
  });
});

describe("recipients", () => {
  const names = (born: string) =>
    recipientsOn(
      person(vidar, { givenName: "Vidar", birthDate: born }),
      [father, mother, father],
      on,
    ).map(({ name, audience }) => `${name} ${audience}`);

  test("are the guardians, once each, and the child from 15 years", () => {
    expect(names("2016-06-21")).toEqual(["Karin Almroth guardian-a", "Robert Tallhed guardian-b"]);
    expect(names("2011-06-25").at(-1)).toBe("Vidar child");
    expect(names("2011-06-26")).toHaveLength(2);
  });

  test("keep their letters when another guardian is one no longer", () => {
    const left = recipientsOn(child, [father], on, [karin, robert]);
    expect(left.map(({ name, audience }) => `${name} ${audience}`)).toEqual([
      "Robert Tallhed guardian-b",
    ]);
  });

  test("are not a child of unknown age", () => {
    expect(recipientsOn(person(vidar, {}), [], on)).toEqual([]);
  });
});

describe("secret texts", () => {
  const report = {
    reporterShielded: true,
    reporterName: "Sune Almroth Gräns, rektor",
    reporterContact: "070-174 06 99, sune@exempel.se",
  };

  test("are the shielded reporter's name, the parts nobody else has, and each contact", () => {
    expect(reporterSecrets([report], ["Karin Almroth"]).map(({ text }) => text)).toEqual([
      "Sune Almroth Gräns",
      "Sune",
      "Gräns",
      "070-174 06 99",
      "sune@exempel.se",
    ]);
  });

  test("are nothing of an open or anonymous reporter", () => {
    expect(reporterSecrets([{ ...report, reporterShielded: false }], [])).toEqual([]);
    expect(reporterSecrets([{ reporterShielded: true }], [])).toEqual([]);
  });

  test("are a protected address, towards those who have not registered it themselves", () => {
    const hidden = {
      protectionLevel: "secrecy-marking",
      address: "Skogsprovet 2, 999 77 Lindvik",
      phone: "070-174 06 05",
    };
    const family = [
      person(vidar, { protectionLevel: "secrecy-marking", address: hidden.address }),
      person(karin, hidden),
      person(robert, { address: "Testbacken 9, 999 44 Lindvik", phone: "070-174 06 07" }),
    ];
    expect(protectedDetails(family, [karin, robert], on)).toEqual([
      { kind: "protected-detail", text: hidden.address, towards: [robert] },
      { kind: "protected-detail", text: hidden.address, towards: [robert] },
      { kind: "protected-detail", text: hidden.phone, towards: [robert] },
    ]);
  });

  test("are an address and a school kept from somebody by name, towards nobody else", () => {
    const school = "Provskolan i Lindvik";
    const kept = { address: "Skogsprovet 2, 999 77 Lindvik", schoolName: school };
    const family = [
      person(vidar, { ...kept, contactHiddenFrom: [robert] }),
      person(karin, { address: kept.address }),
      person(robert, {}),
    ];
    expect(protectedDetails(family, [karin, robert], on)).toEqual([
      { kind: "protected-detail", text: kept.address, towards: [robert] },
      { kind: "protected-detail", text: school, towards: [robert] },
    ]);
    expect(protectedDetails(family, [karin], on)).toEqual([]);
  });

  test("reach nobody they are kept from, whoever the two are, and stop nobody else's copy", () => {
    const people = [vidar, karin, robert];
    const someFrom = fc.subarray(people);
    const flag = fc.boolean();
    fc.assert(
      fc.property(someFrom, someFrom, flag, flag, (first, second, secrecy, same) => {
        const level = secrecy ? { protectionLevel: "secrecy-marking" } : {};
        const street = (n: number) => `Provgatan ${same ? 1 : n}, 999 77 Lindvik`;
        const family = [
          person(karin, { ...level, address: street(2), contactHiddenFrom: first }),
          person(robert, { address: street(3), contactHiddenFrom: second }),
        ];
        const secrets = protectedDetails(family, [karin, robert], on);
        const keptFrom = (reader: Uuid, owner: Uuid) =>
          secrets.some(({ towards }) => towards?.includes(reader)) && reader !== owner;
        expect(keptFrom(robert, karin)).toBe(!same && (secrecy || first.includes(robert)));
        expect(keptFrom(karin, robert)).toBe(!same && second.includes(karin));
      }),
    );
  });

  test("are what an entry says, towards those it is kept from", () => {
    const text = "Pappan får inte veta vad vi talade om.";
    const entries = [
      { text, hiddenFrom: [robert], childParticipation: "alone" },
      { text: "Kort.", hiddenFrom: [robert] },
      { text: "Det här får alla läsa, hur långt det än är." },
    ];
    expect(hiddenEntryTexts(entries)).toEqual([{ kind: "hidden-text", text, towards: [robert] }]);
  });
});
