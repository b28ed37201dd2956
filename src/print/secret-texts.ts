import type { Answers } from "../domain/event.ts";
import { isProtectedAmong, livesWith } from "../domain/person/lives-with.ts";
import { personFieldOn, type PersonState } from "../domain/person/person-state.ts";
import { codesOf, textOf, truthOf } from "../domain/read.ts";
import { foldName } from "../kernel/fold.ts";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { SecretText } from "./facts.ts";

/** Shorter parts of a name stand in other words too often to say anything. */
const shortestName = 3;
/** The field by which a note, a talk or another entry is kept from somebody. */
export const HIDDEN_FROM = "hiddenFrom";
/** A text shorter than this (folded) may stand somewhere else by chance. */
const shortestText = 24;
/** Answers of `basic-data` by which somebody can be found; where a child goes to school is a way to find it. */
const tracingFields = ["address", "phone", "schoolName"];

/**
 * Names, workplaces and contacts of shielded reporters (OSL 26:5), to look for in what people have written: the
 * whole name, and each part of it that nobody else in the matter is called. Relations are looked for where a text
 * speaks of reporting: "mormor" alone tells nothing.
 */
export function reporterSecrets(
  reports: readonly Answers[],
  othersNames: readonly string[],
): readonly SecretText[] {
  const others = new Set(othersNames.flatMap(partsOf).map(foldName));
  const parties = new Set(othersNames.map(foldName));
  return reports
    .filter((report) => truthOf(report["reporterShielded"]) === true)
    .flatMap((report) => {
      const name = textOf(report["reporterName"]) ?? "";
      const parts = properNames(name).filter(
        (part) => part.length >= shortestName && !others.has(foldName(part)),
      );
      // A party who is the reporter too is named as a party in any case; only what tells of the report is secret.
      const written = properNames(name).join(" ");
      const whole = parties.has(foldName(written)) ? "" : written;
      const named = [
        whole,
        ...parts,
        textOf(report["reporterWorkplace"])?.trim() ?? "",
        ...contactParts(textOf(report["reporterContact"])),
      ].filter((text, at, all) => text !== "" && all.indexOf(text) === at);
      const relation = textOf(report["reporterRelation"])?.trim() ?? "";
      return [
        ...named.map((text) => ({ kind: "reporter" as const, text })),
        ...(relation === "" ? [] : [{ kind: "reporter-relation" as const, text: relation }]),
      ];
    });
}

/** The texts of one kind. */
export function textsOfKind(
  secrets: readonly SecretText[],
  wanted: SecretText["kind"],
): readonly string[] {
  return secrets.filter(({ kind }) => kind === wanted).map(({ text }) => text);
}

/**
 * Address, telephone and school of those in the family who have protected data, themselves or through whom they live
 * with, secret towards every party; and of those who have it kept from some by name, secret towards these. Never
 * towards who has registered the same themselves, or whom the child lives with (OSL 12:3, 21:3 a, 22:1, 26:1).
 */
export function protectedDetails(
  family: readonly PersonState[],
  parties: readonly Uuid[],
  on: PlainDate,
): readonly SecretText[] {
  const detail = (person: PersonState, field: string) => textOf(personFieldOn(person, field, on));
  return family.flatMap((person) => {
    const named = codesOf(personFieldOn(person, "contactHiddenFrom", on));
    const fromAll = isProtectedAmong(person, family, on);
    return tracingFields.flatMap((field) => {
      const text = detail(person, field);
      if (text === undefined) return [];
      const shared = family
        .filter((other) => detail(other, field) === text)
        .map((other) => other.person);
      const towards = parties.filter(
        (party) =>
          !shared.includes(party) &&
          party !== person.person &&
          (named.includes(party) || (fromAll && !livesWith(person, party, family, on))),
      );
      return !fromAll && towards.length === 0
        ? []
        : [{ kind: "protected-detail" as const, text, towards }];
    });
  });
}

/** The texts of entries that are kept from somebody by name (OSL 12:3, 26:1), long enough to be known again, each with those it is secret towards. */
export function hiddenEntryTexts(entries: readonly Answers[]): readonly SecretText[] {
  return entries.flatMap((data) => {
    const towards: readonly Uuid[] = codesOf(data[HIDDEN_FROM]).flatMap(
      (id) => parseUuid(id) ?? [],
    );
    if (towards.length === 0) return [];
    return Object.values(data).flatMap((value) => {
      const text = textOf(value);
      if (text === undefined || foldName(text).length < shortestText) return [];
      return [{ kind: "hidden-text" as const, text, towards }];
    });
  });
}

function partsOf(name: string): readonly string[] {
  return name.split(/[\s,]+/).filter((part) => part !== "");
}

/** The words of a name that are written as names: in "Sune Gräns, rektor" the title tells nobody. */
function properNames(name: string): readonly string[] {
  return partsOf(name).filter((part) => /^\p{Lu}/u.test(part));
}

/** A contact is often several: "070-174 06 05, sune@exempel.se". */
function contactParts(contact: string | undefined): readonly string[] {
  return (contact ?? "")
    .split(/[,;\n]| (?=\S+@)/)
    .map((part) => part.trim())
    .filter((part) => part.length >= shortestName);
}
