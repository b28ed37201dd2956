import type { IdentityNumber } from "../../kernel/identity-number.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { textOf } from "../read.ts";
import type { AnswerValue } from "../event.ts";
import type { PersonState } from "./person-state.ts";

/** The level of somebody who lives under another name and number by a decision of the police (lag 1991:483). */
const NEW_IDENTITY = "fictitious";

/** By field, what gives a new identity away, and what is told instead; nothing where there is no such thing. */
const TELLING: Readonly<Record<string, { readonly says: string; readonly instead?: string }>> = {
  protectionLevel: { says: NEW_IDENTITY, instead: "protected-registration" },
  protectionProvision: { says: "new-identity" },
  protectionAuthority: { says: "police" },
};

/**
 * A value of basic data as it is told to those who work with the person: that somebody lives under a new identity is
 * told to nobody, on no page, in no answer and on no paper. Undefined for what is not told at all.
 */
export function toldOfIdentity(
  state: PersonState,
  field: string,
  value: AnswerValue,
): AnswerValue | undefined {
  const telling = TELLING[field];
  return telling?.says === value && hasNewIdentity(state) ? telling.instead : value;
}

/** Whether somebody has or has had a new identity. */
export function hasNewIdentity({ fields }: PersonState): boolean {
  return (fields["protectionLevel"] ?? []).some(({ value }) => value === NEW_IDENTITY);
}

/**
 * Why old and new would come to stand together (OSL 21:3, third paragraph: the link is secret): one of the records is
 * of a new identity. Undefined where none is.
 */
export function linkedIdentity(
  persons: readonly (PersonState | undefined)[],
  pointer?: string,
): Problem | undefined {
  const found = persons.some((person) => person !== undefined && hasNewIdentity(person));
  if (!found) return undefined;
  return problem("person.new-identity", {
    status: 409,
    ruleId: "O-11",
    ...(pointer === undefined ? {} : { pointer }),
  });
}

/**
 * Why a change would put two identities in one record: a new identity for somebody whose own number is known here, or
 * another number for somebody with a new one. A person with a new identity is registered as a new person.
 */
export function secondIdentity(
  state: PersonState | undefined,
  data: Readonly<Record<string, AnswerValue>>,
): Problem | undefined {
  if (state === undefined) return undefined;
  const becomes = textOf(data["protectionLevel"]) === NEW_IDENTITY;
  const number = textOf(data["identityNumber"]);
  const other = number !== undefined && isReal(state.identity) && !isSame(state.identity, number);
  const had = state.identityHistory.some(isReal) || (state.joined ?? []).length > 0;
  const renumbered = hasNewIdentity(state) && other;
  if (!renumbered && !(becomes && (other || had))) return undefined;
  const pointer = renumbered || other ? "/data/identityNumber" : "/data/protectionLevel";
  return problem("person.new-identity-anew", { status: 409, ruleId: "O-11", pointer });
}

/** A number of ours, given until the real one is known, is no identity. */
function isReal(identity: IdentityNumber | undefined): boolean {
  return identity !== undefined && identity.kind !== "provisional";
}

function isSame(identity: IdentityNumber | undefined, text: string): boolean {
  const digits = text.replaceAll(/\D/gu, "");
  return identity?.value.endsWith(digits) === true;
}
