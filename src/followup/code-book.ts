import type { Pack } from "../spec/types.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import type { Tenant } from "../store/tenant.ts";
import type { Column } from "./columns.ts";

/** Codes of a board as the numbers that rows hold, and back. */
export interface CodeBook {
  numberOf(codelist: string, code: string): number | undefined;
  codeOf(codelist: string, number: number): string | undefined;
  /** Every number of a list, in the order they were given. */
  numbersOf(codelist: string): readonly number[];
}

/** A code that needs a number. */
export interface CodeName {
  readonly codelist: string;
  readonly code: string;
}

/** Codelists that are not of the pack: variables kept as choices, units, and digests of packs. */
export const ownLists = { variable: "variable", unit: "unit", spec: "spec" } as const;

const loadSql = statement(
  "followup-code-load",
  "select codelist, number, code from followup.code order by codelist, number",
);
const loadListsSql = statement(
  "followup-code-load-lists",
  `select codelist, number, code from followup.code
   where tenant = $1 and codelist = any($2::text[]) order by codelist, number`,
);
/** Waits for whoever numbers codes of the same board at this moment; held to the end of the transaction. */
const lockSql = { text: "select pg_advisory_xact_lock(hashtext('followup.code'), $1)" };
const addSql = statement(
  "followup-code-add",
  `insert into followup.code (tenant, codelist, number, code)
   select $1, wanted.codelist,
     coalesce((select max(number) from followup.code known
               where known.tenant = $1 and known.codelist = wanted.codelist), 0)
       + row_number() over (partition by wanted.codelist order by wanted.place),
     wanted.code
   from (select codelist, code, min(place) as place
         from unnest($2::text[], $3::text[]) with ordinality as given (codelist, code, place)
         group by codelist, code) as wanted
   where not exists (select from followup.code known
     where known.tenant = $1 and known.codelist = wanted.codelist and known.code = wanted.code)`,
);

interface CodeRow {
  readonly codelist: string;
  readonly number: number;
  readonly code: string;
}

/** Reads every code of the board. */
export async function loadCodeBook(tx: Tx): Promise<CodeBook> {
  return bookOf(await tx.rows<CodeRow>(loadSql));
}

/** Reads the codes of some lists of the board. */
export async function loadCodeLists(tx: Tx, lists: readonly string[]): Promise<CodeBook> {
  return bookOf(await tx.rows<CodeRow>(loadListsSql, [tx.tenant, lists]));
}

/** Gives numbers to codes that have none, in the order given; the others keep theirs. */
export async function addCodes(tx: Tx, codes: readonly CodeName[]): Promise<void> {
  await tx.run(lockSql, [tx.tenant]);
  const lists = codes.map((each) => each.codelist);
  await tx.run(addSql, [tx.tenant, lists, codes.map((each) => each.code)]);
}

/** Every code that rows of a pack can hold, list by list in the order of the pack. */
export function codesOfPack(columns: readonly Column[], pack: Pack): readonly CodeName[] {
  const lists = new Set(columns.flatMap((column) => column.codelist ?? []));
  const names = [...lists].flatMap((codelist) =>
    (pack.codelists[codelist]?.codes ?? []).map((code) => ({ codelist, code: code.id })),
  );
  const sets = columns.filter((column) => column.place === "choice");
  return [...names, ...sets.map((column) => ({ codelist: ownLists.variable, code: column.id }))];
}

/** Remembers the code book of each board between transactions. */
export interface CodeBooks {
  /** A book in which every wanted code has a number. Where one lacks, `all` codes get theirs before it. */
  bookFor(tx: Tx, wanted: readonly CodeName[], all: () => readonly CodeName[]): Promise<CodeBook>;
}

/**
 * Makes the memory of code books. A book is remembered only when it was read in a transaction that had
 * added nothing: what was added may still be rolled back.
 */
export function createCodeBooks(): CodeBooks {
  const known = new Map<Tenant, CodeBook>();
  const added = new WeakSet<Tx>();
  return {
    bookFor: async (tx, wanted, all) => {
      const remembered = known.get(tx.tenant);
      if (remembered !== undefined && lacking(remembered, wanted).length === 0) return remembered;
      const read = await loadCodeBook(tx);
      if (!added.has(tx)) known.set(tx.tenant, read);
      const missing = lacking(read, wanted);
      if (missing.length === 0) return read;
      added.add(tx);
      await addCodes(tx, [...all(), ...missing]);
      return loadCodeBook(tx);
    },
  };
}

function lacking(book: CodeBook, wanted: readonly CodeName[]): readonly CodeName[] {
  return wanted.filter((each) => book.numberOf(each.codelist, each.code) === undefined);
}

function bookOf(rows: readonly CodeRow[]): CodeBook {
  const numbers = new Map<string, Map<string, number>>();
  const codes = new Map<string, Map<number, string>>();
  for (const [codelist, ofList] of Map.groupBy(rows, (row) => row.codelist)) {
    numbers.set(codelist, new Map(ofList.map(({ code, number }) => [code, number])));
    codes.set(codelist, new Map(ofList.map(({ code, number }) => [number, code])));
  }
  return {
    numberOf: (codelist, code) => numbers.get(codelist)?.get(code),
    codeOf: (codelist, number) => codes.get(codelist)?.get(number),
    numbersOf: (codelist) => [...(codes.get(codelist)?.keys() ?? [])],
  };
}
