import { dateExists, datePartsOf, plainDateOf } from "./plain-date.ts";
import type { PlainDate } from "./plain-date.ts";
import { problem } from "./problem.ts";
import { fail, ok } from "./result.ts";
import type { Result } from "./result.ts";

/**
 * How a person is told from others. A personnummer or coordination number (samordningsnummer) is
 * kept with 12 digits, 'YYYYMMDDNNNN'; the provisional identity is made here, 'YYYYMMDD-Tnnn', and
 * cannot be mistaken for one. The date part need not be the birth date for ever: identity and
 * birth date are stored apart (folkbokföringslagen 1991:481 18 §).
 */
export interface IdentityNumber {
  readonly kind: "personnummer" | "coordination" | "provisional";
  readonly value: string;
  /** By the digits; undefined where they hold no real date. */
  readonly birthDate: PlainDate | undefined;
  /** By the digits; undefined for a provisional identity. */
  readonly legalSex: "woman" | "man" | undefined;
}

const FULL_SHAPE = /^(\d{8})-?(\d{4})$/;
const SHORT_SHAPE = /^(\d{6})([-+])(\d{4})$/;
const SHORT_WITHOUT_SEPARATOR = /^\d{10}$/;
const PROVISIONAL_SHAPE = /^(\d{8})-?T(\d{3})$/i;
const COORDINATION_DAY = 60;
const FIRST_TEST_NUMBER = 980;

/**
 * Reads an identity as people write it: 12 digits with or without a hyphen, 10 digits with hyphen
 * or plus, or a provisional identity. `today` settles the century of the short form: the hyphen
 * becomes a plus in the year of the 100th birthday. Refuses with `identity.shape`,
 * `identity.century-unknown` (10 digits alone: the century is never guessed), `identity.date`
 * (no such day, or after today) and `identity.check-digit`.
 */
export function parseIdentityNumber(text: string, today: PlainDate): Result<IdentityNumber> {
  const trimmed = text.trim().replace(/[‐‑‒–−]/gu, "-");
  const provisional = PROVISIONAL_SHAPE.exec(trimmed);
  if (provisional !== null) return provisionalIdentity(provisional[1] ?? "", provisional[2] ?? "");
  if (SHORT_WITHOUT_SEPARATOR.test(trimmed)) return fail(problem("identity.century-unknown"));
  const digits = twelveDigits(trimmed, today);
  if (digits === undefined) return fail(problem("identity.shape"));
  return registeredIdentity(digits, today);
}

/** The three digits after the date, 'individual number'; of a provisional identity its number. */
export function individualNumberOf(value: string): number {
  return Number(value.startsWith("T", 9) ? value.slice(10, 13) : value.slice(8, 11));
}

/**
 * True for 12 digits whose individual number is 980-999, a series kept for test persons. A
 * provisional identity is not a number from any register: false.
 */
export function isReservedTestNumber(value: string): boolean {
  return /^\d{12}$/.test(value) && individualNumberOf(value) >= FIRST_TEST_NUMBER;
}

/** As people read it: 'YYYYMMDD-NNNN'. A provisional identity is written like that already. */
export function formatIdentityNumber(value: string): string {
  return /^\d{12}$/.test(value) ? `${value.slice(0, 8)}-${value.slice(8)}` : value;
}

/** The date part only: 'YYYYMMDD-****'. */
export function maskIdentityNumber(value: string): string {
  return `${value.slice(0, 8)}-****`;
}

/** The check digit of nine digits (the date without century and the individual number). */
export function checkDigitOf(nineDigits: string): number {
  const sum = Array.from(nineDigits, Number).reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

function twelveDigits(text: string, today: PlainDate): string | undefined {
  const full = FULL_SHAPE.exec(text);
  if (full !== null) return `${full[1]}${full[2]}`;
  const short = SHORT_SHAPE.exec(text);
  if (short === null) return undefined;
  const [, date = "", separator, last = ""] = short;
  const thisYear = datePartsOf(today).year;
  const yearInCentury = Number(date.slice(0, 2));
  const latestYear = thisYear - ((thisYear - yearInCentury) % 100);
  const year = separator === "+" ? latestYear - 100 : latestYear;
  return `${String(year).padStart(4, "0")}${date.slice(2)}${last}`;
}

function registeredIdentity(digits: string, today: PlainDate): Result<IdentityNumber> {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const dayDigits = Number(digits.slice(6, 8));
  const isCoordination = dayDigits >= COORDINATION_DAY;
  const day = isCoordination ? dayDigits - COORDINATION_DAY : dayDigits;
  const birthDate = dateExists(year, month, day) ? plainDateOf(year, month, day) : undefined;
  const mayBePartial = isCoordination && isPartialDate(year, month, day);
  if (birthDate === undefined ? !mayBePartial : birthDate > today) {
    return fail(problem("identity.date"));
  }
  if (checkDigitOf(digits.slice(2, 11)) !== Number(digits.slice(11))) {
    return fail(problem("identity.check-digit"));
  }
  return ok({
    kind: isCoordination ? "coordination" : "personnummer",
    value: digits,
    birthDate,
    legalSex: individualNumberOf(digits) % 2 === 1 ? "man" : "woman",
  });
}

/** A child not yet born may have the expected day, so a provisional date may lie ahead. */
function provisionalIdentity(date: string, number: string): Result<IdentityNumber> {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(4, 6));
  const day = Number(date.slice(6, 8));
  const birthDate = dateExists(year, month, day) ? plainDateOf(year, month, day) : undefined;
  if (birthDate === undefined && !isPartialDate(year, month, day)) {
    return fail(problem("identity.date"));
  }
  return ok({ kind: "provisional", value: `${date}-T${number}`, birthDate, legalSex: undefined });
}

/** An unknown month is written 00, an unknown day 00 (60 in a coordination number). */
function isPartialDate(year: number, month: number, day: number): boolean {
  if (year < 1 || (month !== 0 && day !== 0)) return false;
  return month <= 12 && day <= 31;
}
