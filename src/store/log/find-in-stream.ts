import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/**
 * Events of one stream whose body has a word anywhere, newest first. Each body of the stream is looked through:
 * there is no index over what is written.
 */
const WITH_WORD = statement(
  "event_with_word",
  `select seq, occurred_at as "occurredAt" from event
   where tenant = $1 and stream = $2
     and ($3::uuid[] is null or matter is null or matter = any($3))
     and position($4 in lower(body)) > 0
   order by occurred_at desc, seq desc`,
);

/** Which events of a stream may be looked through, and for what. */
export interface SoughtWord {
  /** Undefined = all; what concerns no matter always may. */
  readonly matters: readonly Uuid[] | undefined;
  /** In lower case. */
  readonly word: string;
}

/**
 * The numbers of the events whose body has the word, newest first by when they happened. The body has more than
 * anybody may see: whoever asks looks in what may be seen of each.
 */
export async function findWithWord(
  tx: Tx,
  stream: Uuid,
  { matters, word }: SoughtWord,
): Promise<readonly number[]> {
  // As a body has it: quotation marks and line breaks are written with a backslash.
  const written = JSON.stringify(word).slice(1, -1);
  const values = [tx.tenant, stream, matters ?? null, written];
  const rows = await tx.rows<{ seq: number; occurredAt: Instant }>(WITH_WORD, values);
  return rows.map(({ seq }) => seq);
}
