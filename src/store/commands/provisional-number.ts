import type { Answers } from "../../domain/event.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import type { Tx } from "../in-tenant.ts";
import { Refusal } from "../refusal.ts";
import { statement } from "../statement.ts";

const TAKEN = statement(
  "person_identity_provisional",
  `select max(number) as number from person_identity
   where tenant = $1 and number >= $2 || '-T' and number < $2 || '-U'`,
);

const LOCK = statement(
  "person_identity_provisional_lock",
  "select pg_advisory_xact_lock($1::int, $2::int)",
);

/** The first key of the advisory lock under which provisional numbers are given; the board is the second. */
const PROVISIONAL_LOCK = 6_447_374;
const LAST = 999;

/**
 * The next free provisional identity 'YYYYMMDD-Tnnn' for somebody without a number: by the birth date,
 * or where it is unknown by the year of registration with month and day 00.
 */
export async function nextProvisional(tx: Tx, data: Answers, today: PlainDate): Promise<string> {
  const birth = data["birthDate"];
  const born = typeof birth === "string" ? parsePlainDate(birth) : undefined;
  const day = born === undefined ? `${today.slice(0, 4)}0000` : born.replaceAll("-", "");
  // One at a time in a board: whoever comes next sees the number given here.
  await tx.rows(LOCK, [PROVISIONAL_LOCK, tx.tenant]);
  const [row] = await tx.rows<{ number: string | null }>(TAKEN, [tx.tenant, day]);
  const number = Number(row?.number?.slice(10) ?? 0) + 1;
  if (number > LAST) {
    throw new Refusal(problem("person.no-provisional-identity-left", { status: 409 }));
  }
  return `${day}-T${String(number).padStart(3, "0")}`;
}
