import { type ReactNode, useCallback } from "react";
import type { DocumentSpec } from "../../src/spec/types.ts";
import type { Choice } from "../spec/fields/choice-field.tsx";
import { Beside } from "./beside.tsx";
import { useBesideMatter } from "./use-beside-matter.ts";

/** Puts around the fields of a form what stands beside its texts. */
export function useBesideForm(
  akt: string,
  matter: string,
  persons: readonly Choice[],
  document: DocumentSpec,
): (fields: ReactNode) => ReactNode {
  const of = useBesideMatter(akt, matter, persons);
  return useCallback(
    (fields) => (
      <Beside of={of} document={document}>
        {fields}
      </Beside>
    ),
    [of, document],
  );
}
