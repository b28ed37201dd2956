import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";

const CODE_ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/** The ids that stand more than once in a list. */
export function duplicates(items: readonly { readonly id: string }[], pointer: string): Problem[] {
  return items.flatMap((item, index) =>
    items.findIndex((other) => other.id === item.id) === index
      ? []
      : [
          problem("spec.duplicate-id", {
            pointer: `${pointer}/${index}`,
            params: { item: item.id },
          }),
        ],
  );
}

/** A reference to something that is not there. */
export function unknown(thing: string, item: string, pointer: string): Problem {
  return problem(`spec.unknown-${thing}`, { pointer, params: { item } });
}

/** An id is plain letters, digits, dots and hyphens, so that it can stand in an address and in SQL text. */
export function checkId(id: string, pointer: string): Problem[] {
  return CODE_ID.test(id) ? [] : [problem("spec.id-form", { pointer, params: { item: id } })];
}
