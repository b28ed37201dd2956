import type { PastTable } from "./decide-release.ts";
import type { Atom } from "./numbers.ts";

/**
 * The earlier tables that say anything of the rows of the first one (table 0), or of rows that such a table is about, and
 * their atoms. Nothing follows of these from tables of other rows alone: reports over other years cost nothing.
 */
export function connected(
  atoms: readonly Atom[],
  past: readonly PastTable[],
): { readonly atoms: readonly Atom[]; readonly past: readonly PastTable[] } {
  const tablesOf = atoms.map(({ tables }) =>
    tables.flatMap((places, table) => (places === undefined ? [] : [table])),
  );
  const near = new Set([0]);
  let left = tablesOf;
  for (let before = 0; before < near.size;) {
    before = near.size;
    left = left.filter((tables) => {
      if (!tables.some((table) => near.has(table))) return true;
      for (const table of tables) near.add(table);
      return false;
    });
  }
  return {
    atoms: atoms.filter((_, at) => tablesOf[at]?.some((table) => near.has(table)) === true),
    past: past.filter(({ table }) => near.has(table)),
  };
}
