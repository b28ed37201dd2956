import type { IdSource, Uuid } from "../../kernel/ids.ts";

/** The ids that the names of a case stand for, the same in every run. */
export interface CaseIds {
  person(key: string): Uuid;
  staff(key: string): Uuid;
  unit(name: string): Uuid;
  matter(key: string): Uuid;
  relation(from: string, kind: string, to: string): Uuid;
  /** What an event made in a matter: a report, an investigation, a decision, an act, a document. */
  thing(event: string, matter: string): Uuid;
  /** The draft of a document. */
  draft(event: string, matter: string): Uuid;
  /** An item of a list of an event; `place` tells the items apart. */
  item(event: string, matter: string, place: string): Uuid;
}

/** Gives every name an id when it is first named. */
export function makeCaseIds(source: IdSource): CaseIds {
  const known = new Map<string, Uuid>();
  function idOf(...names: readonly string[]): Uuid {
    const name = JSON.stringify(names);
    const id = known.get(name) ?? source.next();
    known.set(name, id);
    return id;
  }
  return {
    person: (key) => idOf("person", key),
    staff: (key) => idOf("staff", key),
    unit: (name) => idOf("unit", name),
    matter: (key) => idOf("matter", key),
    relation: (from, kind, to) => idOf("relation", from, kind, to),
    thing: (event, matter) => idOf("thing", event, matter),
    draft: (event, matter) => idOf("draft", event, matter),
    item: (event, matter, place) => idOf("item", event, matter, place),
  };
}
