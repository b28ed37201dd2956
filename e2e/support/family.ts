import { randomUUID } from "node:crypto";

import { changePerson } from "../../src/contract/persons/change-person.ts";
import type { Api } from "./api.ts";

/** A family of the tests: invented people with numbers that belong to nobody. */
export interface Family {
  readonly child: Person;
  readonly mother: Person;
  readonly father: Person;
  /** Is registered on the page by whoever receives the report. */
  readonly sibling: Omit<Person, "id">;
}

export interface Person {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly name: string;
  /** Twelve digits. */
  readonly number: string;
  readonly born: string;
}

/** Registers a child with two guardians. `serial` tells families of one file apart. */
export async function registerFamily(api: Api, family: string, serial: number): Promise<Family> {
  const mother = person("Karin", family, "1984-03-07", 981 + serial);
  const father = person("Tobias", family, "1982-11-23", 982 + serial);
  const child = person("Lova", family, "2014-05-10", 983 + serial);
  const sibling = person("Vilmer", family, "2017-08-19", 984 + serial);
  const motherId = await api.person(basicData(mother));
  const fatherId = await api.person(basicData(father));
  const childId = await api.person({ ...basicData(child), custody: "joint", disability: "no" });
  for (const guardian of [motherId, fatherId]) await relate(api, guardian, "guardian", childId);
  return {
    mother: { id: motherId, ...mother },
    father: { id: fatherId, ...father },
    child: { id: childId, ...child },
    sibling,
  };
}

/** Says that a person is something to another: `guardian` of a child. */
export async function relate(api: Api, from: string, kind: string, to: string): Promise<void> {
  await api.call(changePerson, {
    body: {
      commandId: randomUUID(),
      person: from,
      relations: [{ relation: randomUUID(), kind, to }],
    },
  });
}

function basicData({ given, family, number, born }: Omit<Person, "id">) {
  return { givenName: given, familyName: family, identityNumber: number, birthDate: born };
}

/** An invented person with a number from those that are kept for tests (980 to 999). */
export function person(
  given: string,
  family: string,
  born: string,
  individual: number,
): Omit<Person, "id"> {
  return {
    given,
    family,
    born,
    name: `${given} ${family}`,
    number: testNumber(born, individual),
  };
}

/** The twelve digits of somebody born on a day, with the check digit as SKV 704 has it. */
export function testNumber(born: string, individual: number): string {
  const date = born.replaceAll("-", "");
  const nine = `${date.slice(2)}${individual}`;
  const sum = nine.split("").reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${date}${individual}${(10 - (sum % 10)) % 10}`;
}

/** As people write it: `20140510-9834`. */
export function written(number: string): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`;
}
