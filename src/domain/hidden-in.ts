import type { Uuid } from "../kernel/ids.ts";
import type { AktState } from "./akt-state.ts";

/** Whether anything of an akt is kept from somebody by name: a document, an objection, a note. */
export function isKeptFrom(state: AktState, person: Uuid): boolean {
  return keeps(state.matters, person);
}

const HIDDEN_FROM = "hiddenFrom";

function keeps(value: unknown, person: Uuid): boolean {
  if (Array.isArray(value)) return value.some((item) => keeps(item, person));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) =>
    key === HIDDEN_FROM && Array.isArray(inner) ? inner.includes(person) : keeps(inner, person),
  );
}
