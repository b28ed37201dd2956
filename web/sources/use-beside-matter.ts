import { useMemo } from "react";
import type { Choice } from "../spec/fields/choice-field.tsx";
import type { BesideMatter } from "./beside.tsx";

/** The matter that texts are written in, with the names of its people. */
export function useBesideMatter(
  akt: string,
  matter: string,
  persons: readonly Choice[],
): BesideMatter {
  return useMemo(
    () => ({ akt, matter, names: new Map(persons.map(({ id, label }) => [id, label])) }),
    [akt, matter, persons],
  );
}
