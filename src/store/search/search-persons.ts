import { readMatterNumber } from "../../domain/matter/matter-number.ts";
import { parseIdentityNumber, checkDigitOf } from "../../kernel/identity-number.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import { wordsOf } from "../projections/person.ts";
import { statement } from "../statement.ts";
import { BRIEF_COLUMNS, type PersonBrief } from "../views/person-brief.ts";
import { findByName } from "./find-by-name.ts";
import type { SearchReason } from "./name-match.ts";

/** A person found, with the akt and why. */
export interface SearchHit extends PersonBrief {
  readonly akt: Uuid | null;
  /** Has a matter that is not closed. */
  readonly running: boolean;
  readonly reasons: readonly SearchReason[];
}

export interface SearchAnswer {
  readonly readAs: "number" | "matter-number" | "name";
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
}

/** Most hits of one answer. */
export const SEARCH_LIMIT = 20;

/** A person and why it was found, best first. */
export interface Candidate {
  readonly person: Uuid;
  readonly reasons: readonly SearchReason[];
}

/**
 * Finds persons by identity number, matter number (written as `form` says) or name and by nothing else (SoLPuF 15 §).
 * A full number (12 digits,
 * or a provisional identity) and a matter number find everybody; ten digits and names find nobody with protected data.
 * A number that can't be right is refused with `identity.*`.
 */
export async function searchPersons(
  tx: Tx,
  query: string,
  today: PlainDate,
  form?: string,
): Promise<Result<SearchAnswer>> {
  const matter = form === undefined ? undefined : readMatterNumber(form, query);
  if (matter !== undefined) {
    const rows = await tx.rows<{ person: Uuid }>(BY_MATTER, [tx.tenant, matter]);
    const reasons: readonly SearchReason[] = ["matter-number"];
    const found = rows.map(({ person }) => ({ person, reasons }));
    return ok(await answerOf(tx, "matter-number", found));
  }
  const readAs = /\d/.test(query) ? "number" : "name";
  if (readAs === "name") {
    const found = await findByName(tx, wordsOf(query), SEARCH_LIMIT + 1);
    return ok(await answerOf(tx, readAs, found));
  }
  const found = await findByNumber(tx, query, today);
  return found.ok ? ok(await answerOf(tx, readAs, found.value)) : found;
}

interface NumberRow {
  readonly person: Uuid;
  readonly current: boolean;
}

const BY_NUMBER = statement(
  "search_number",
  "select person, current from person_identity where tenant = $1 and number = $2",
);

const BY_MATTER = statement(
  "search_matter_number",
  "select person from matter where tenant = $1 and number = $2",
);

const BY_TEN_DIGITS = statement(
  "search_ten_digits",
  `select person, current from person_identity
   where tenant = $1 and right(number, 10) = $2 and not protected
   order by number desc limit $3`,
);

const TEN_DIGITS = /^(\d{6})[-+]?(\d{4})$/;
const FULL = /^\d{8}-?(?:\d{4}|T\d{3})$/i;

async function findByNumber(
  tx: Tx,
  query: string,
  today: PlainDate,
): Promise<Result<readonly Candidate[]>> {
  const text = query.replaceAll(/\s/gu, "").replaceAll(/[‐‑‒–−]/gu, "-");
  const short = TEN_DIGITS.exec(text);
  if (short !== null) {
    const digits = `${short[1]}${short[2]}`;
    if (checkDigitOf(digits.slice(0, 9)) !== Number(digits.slice(9))) {
      return fail(problem("identity.check-digit"));
    }
    // The century is not guessed: whoever has these digits in any century is shown.
    const values = [tx.tenant, digits, SEARCH_LIMIT + 1];
    return ok(candidatesOf(await tx.rows<NumberRow>(BY_TEN_DIGITS, values)));
  }
  if (!FULL.test(text)) return fail(problem("identity.shape"));
  const parsed = parseIdentityNumber(text, today);
  if (!parsed.ok) return parsed;
  return ok(candidatesOf(await tx.rows<NumberRow>(BY_NUMBER, [tx.tenant, parsed.value.value])));
}

function candidatesOf(rows: readonly NumberRow[]): Candidate[] {
  return rows.map(({ person, current }) => ({
    person,
    reasons: [current ? "same-number" : "earlier-number"],
  }));
}

const HITS = statement(
  "search_hits",
  `select ${BRIEF_COLUMNS}, a.akt, exists (
     select from matter m
     where m.tenant = a.tenant and m.akt = a.akt and m.closed_on is null) as running
   from person p
   left join akt a on a.tenant = p.tenant and a.person = p.person
   where p.tenant = $1 and p.person = any($2)`,
);

async function answerOf(
  tx: Tx,
  readAs: SearchAnswer["readAs"],
  found: readonly Candidate[],
): Promise<SearchAnswer> {
  const hits = await hitsOf(tx, found.slice(0, SEARCH_LIMIT));
  return { readAs, hits, more: found.length > SEARCH_LIMIT };
}

/** The candidates as hits, in their order. */
export async function hitsOf(tx: Tx, candidates: readonly Candidate[]): Promise<SearchHit[]> {
  if (candidates.length === 0) return [];
  const persons = candidates.map(({ person }) => person);
  const rows = await tx.rows<Omit<SearchHit, "reasons">>(HITS, [tx.tenant, persons]);
  const known = new Map(rows.map((row) => [row.person, row]));
  return candidates.flatMap(({ person, reasons }) => {
    const row = known.get(person);
    return row === undefined ? [] : [{ ...row, reasons }];
  });
}
