import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import type { RowKind } from "../derive/rows.ts";
import { toldNumbers, type ToldNumbers } from "./past.ts";

/** What is asked of which rows: the same question is the same text. */
export interface LeavingQuestion {
  readonly kind: RowKind;
  readonly counts: "row" | "guardian";
  /** In canonical form. */
  readonly text: string;
}

/** Something of follow-up as it leaves the board. */
export interface Leaving {
  readonly release: Uuid;
  readonly numbers: ToldNumbers;
  /** As it is given, in canonical form. */
  readonly answer: string;
  readonly specDigest: string;
  readonly cutOff: string;
  /** Nobody who is signed in, in the terminal of the server. */
  readonly by: Uuid | undefined;
}

const INSERT = statement(
  "followup_release_add",
  `insert into followup_release (tenant, release, kind, counts, query, numbers, answer, answer_hash,
     spec_digest, cut_off, released_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const LAST = statement(
  "followup_release_last",
  `select numbers, answer, to_char(cut_off at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day
   from followup_release where tenant = $1 and kind = $2 and counts = $3 and query = $4
   order by release desc limit 1`,
);

/** Keeps what leaves, before it does. Gives the SHA-256 of the answer. */
export async function keepRelease(
  tx: Tx,
  { kind, counts, text }: LeavingQuestion,
  { release, numbers, answer, specDigest, cutOff, by }: Leaving,
): Promise<string> {
  const hash = createHash("sha256").update(answer).digest();
  await tx.run(INSERT, [
    tx.tenant,
    release,
    kind,
    counts,
    text,
    JSON.stringify(numbers),
    answer,
    hash,
    specDigest,
    cutOff,
    by ?? null,
  ]);
  return hash.toString("hex");
}

/** What was told last of a question, and the day its numbers are of. */
export interface ToldLast {
  readonly numbers: ToldNumbers;
  readonly answer: string;
  readonly day: string;
}

/** What was told last of a question; undefined where it never was. */
export async function findLast(
  tx: Tx,
  { kind, counts, text }: LeavingQuestion,
): Promise<ToldLast | undefined> {
  const [row] = await tx.rows<{ numbers: unknown; answer: string; day: string }>(LAST, [
    tx.tenant,
    kind,
    counts,
    text,
  ]);
  return row && { ...row, numbers: toldNumbers.parse(row.numbers) };
}
