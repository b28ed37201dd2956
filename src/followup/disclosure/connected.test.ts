import { expect, test } from "vitest";

import { connected } from "./connected.ts";
import type { Atom } from "./numbers.ts";

const atom = (...tables: readonly number[]): Atom => ({
  n: 7,
  attributes: [],
  tables: [0, 1, 2, 3].map((table) =>
    tables.includes(table) ? { places: [["1"]], missing: false } : undefined,
  ),
});
const past = [1, 2, 3].map((table) => ({
  table,
  told: new Set<string>(),
  withheld: new Set<string>(),
}));

test("tables of other rows are left out, those met by way of another are not", () => {
  const atoms = [atom(0), atom(0, 2), atom(2, 3), atom(1), atom(3)];
  const near = connected(atoms, past);
  expect(near.past.map(({ table }) => table)).toEqual([2, 3]);
  expect(near.atoms).toEqual([atoms[0], atoms[1], atoms[2], atoms[4]]);
  expect(connected([atom(0), atom(1, 2)], past)).toEqual({ atoms: [atom(0)], past: [] });
});
