import type { Uuid } from "../../kernel/ids.ts";
import { swedishSoundKey } from "../../kernel/name-matching.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { matchName, type NameMatch } from "./name-match.ts";
import type { Candidate } from "./search-persons.ts";
import { matchWord, tolerance } from "./word-match.ts";

/** More words than these say no more about who is sought. */
const MOST_WORDS = 4;
const MOST_CANDIDATES = 60;
const MOST_ROWS = 400;
const SHORTEST_FOR_BEGINNING = 3;

interface NameRow {
  readonly family: string;
  readonly given: string;
  readonly person: Uuid;
}

/** The words of the dictionary that may fit a word sought: the same sound, beginning or nearly the spelling. */
const WORDS = statement(
  "search_words",
  `select q.sought, d.word
   from unnest($2::text[], $3::text[], $4::int[]) as q (sought, sound, tolerance)
   join person_name_word d on d.tenant = $1 and (d.word = q.sought or d.sound = q.sound
     or (length(q.sought) >= ${SHORTEST_FOR_BEGINNING} and starts_with(d.word, q.sought))
     or (q.tolerance > 0 and abs(length(d.word) - length(q.sought)) <= q.tolerance
       and levenshtein_less_equal(d.word, q.sought, 2) <= 2))`,
);

const PAIRS = statement(
  "search_name_pairs",
  `select family, given, person from person_name
   where tenant = $1 and family = any($2) and given = any($3)
   order by family, given, person limit $4`,
);

const FAMILIES = statement(
  "search_name_families",
  `select family, given, person from person_name
   where tenant = $1 and family = any($2) order by family, given, person limit $3`,
);

const GIVENS = statement(
  "search_name_givens",
  `select family, given, person from person_name
   where tenant = $1 and given = any($2) order by given, family, person limit $3`,
);

/** Every pair of name words of some persons, to judge the whole name by. */
const WHOLE = statement(
  "search_name_whole",
  "select family, given, person from person_name where tenant = $1 and person = any($2)",
);

/**
 * Persons whose names fit folded words, best first, at most `limit`. First those spelt as asked; only
 * where these are too few also those that sound or look alike. A misspelt word is sought among the
 * distinct words of names, so the time does not grow with the number of persons.
 */
export async function findByName(
  tx: Tx,
  words: readonly string[],
  limit: number,
): Promise<Candidate[]> {
  const sought = words.slice(0, MOST_WORDS);
  if (sought.length === 0) return [];
  const exact = new Map(sought.map((word) => [word, [word]]));
  const first = await rank(tx, sought, await readRows(tx, sought, exact));
  if (first.length >= limit) return first.slice(0, limit);
  const similar = await similarWords(tx, sought);
  const rows = await readRows(tx, sought, similar);
  const known = new Set(first.map((candidate) => candidate.person));
  const second = await rank(tx, sought, rows);
  return [...first, ...second.filter((candidate) => !known.has(candidate.person))].slice(0, limit);
}

/** For each word sought the words of names that fit it, nearest first. */
async function similarWords(
  tx: Tx,
  sought: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.rows<{ sought: string; word: string }>(WORDS, [
    tx.tenant,
    sought,
    sought.map(swedishSoundKey),
    sought.map(tolerance),
  ]);
  const order = ["exact", "beginning", "sound", "spelling", undefined];
  const place = (word: string, name: string) => order.indexOf(matchWord(word, name));
  return new Map(
    sought.map((word) => {
      const names = rows
        .filter((row) => row.sought === word)
        .map((row) => row.word)
        .filter((name) => matchWord(word, name) !== undefined)
        .toSorted((a, b) => place(word, a) - place(word, b) || (a < b ? -1 : 1));
      return [word, names.slice(0, MOST_CANDIDATES)];
    }),
  );
}

async function readRows(
  tx: Tx,
  sought: readonly string[],
  candidates: ReadonlyMap<string, readonly string[]>,
): Promise<NameRow[]> {
  const of = (word: string) => candidates.get(word) ?? [];
  const [only] = sought;
  if (only !== undefined && sought.length === 1) {
    const both = await Promise.all([
      tx.rows<NameRow>(FAMILIES, [tx.tenant, of(only), MOST_ROWS]),
      tx.rows<NameRow>(GIVENS, [tx.tenant, of(only), MOST_ROWS]),
    ]);
    return both.flat();
  }
  const pairs = sought.flatMap((family) =>
    sought.filter((given) => given !== family).map((given) => [of(family), of(given)] as const),
  );
  const found = await Promise.all(
    pairs.map(([family, given]) => tx.rows<NameRow>(PAIRS, [tx.tenant, family, given, MOST_ROWS])),
  );
  return found.flat();
}

/** Judges each person by the whole name and puts the best first. */
async function rank(
  tx: Tx,
  sought: readonly string[],
  rows: readonly NameRow[],
): Promise<Candidate[]> {
  const persons = [...new Set(rows.map((row) => row.person))];
  if (persons.length === 0) return [];
  const whole = await tx.rows<NameRow>(WHOLE, [tx.tenant, persons]);
  const matches = persons.flatMap((person) => {
    const own = whole.filter((row) => row.person === person);
    const match = matchName(sought, wordsOfRows(own));
    return match === undefined ? [] : [{ person, ...match, name: own[0] }];
  });
  return matches
    .toSorted((a, b) => a.rank - b.rank || compareNames(a, b))
    .map(({ person, reasons }) => ({ person, reasons }));
}

function wordsOfRows(rows: readonly NameRow[]) {
  return {
    given: [...new Set(rows.map((row) => row.given))].filter((word) => word !== ""),
    family: [...new Set(rows.map((row) => row.family))].filter((word) => word !== ""),
  };
}

type Ranked = NameMatch & { readonly person: Uuid; readonly name: NameRow | undefined };

function compareNames(a: Ranked, b: Ranked): number {
  const text = (one: Ranked) => `${one.name?.family ?? ""} ${one.name?.given ?? ""} ${one.person}`;
  return text(a) < text(b) ? -1 : 1;
}
