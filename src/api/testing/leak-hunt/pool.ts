import type { Planted } from "./plant.ts";

/** Ids that answers told: of each akt its matters and entries, and the rest by what they are called. */
export class Pool {
  readonly akter = new Map<string, { readonly matters: Set<string>; readonly seqs: Set<string> }>();
  readonly #others = new Map<string, Set<string>>();
  readonly #only: ReadonlySet<string> | undefined;

  /** Where families are given, akter and persons of others are not taken. */
  constructor(families?: readonly Planted[]) {
    this.#only =
      families &&
      new Set(families.flatMap(({ akt, child, home, away }) => [akt, child, home, away]));
  }

  /** What whoever looks for a family may know of it. */
  plant({ akt, matter, child, home, away }: Planted): void {
    this.akt(akt).matters.add(matter);
    for (const person of [child, home, away]) this.add("person", person);
  }

  /** What is known of an akt, made when it is first heard of. */
  akt(akt: string): { readonly matters: Set<string>; readonly seqs: Set<string> } {
    const known = this.akter.get(akt) ?? { matters: new Set<string>(), seqs: new Set<string>() };
    this.akter.set(akt, known);
    return known;
  }

  /** The ids of one name: `person`, `draft`, `file`. */
  of(name: string): ReadonlySet<string> {
    return this.#others.get(name) ?? new Set();
  }

  add(name: string, id: string): void {
    const known = this.#others.get(name) ?? new Set<string>();
    this.#others.set(name, known.add(id));
  }

  /** Takes every id out of an answer; `akt` is the one the request was about. */
  learn(answer: unknown, akt?: string): void {
    if (Array.isArray(answer)) for (const each of answer) this.learn(each, akt);
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return;
    const object = new Map<string, unknown>(Object.entries(answer));
    const own = object.get("akt");
    const about = typeof own === "string" ? own : akt;
    if (about !== undefined) this.#learnOfAkt(about, object);
    for (const [name, value] of object) {
      if (typeof value === "string") this.#learnText(name, value);
      else this.learn(value, about);
    }
  }

  #learnOfAkt(about: string, object: ReadonlyMap<string, unknown>): void {
    if (this.#only?.has(about) === false) return;
    const known = this.akt(about);
    const [matter, seq] = [object.get("matter"), object.get("seq")];
    if (typeof matter === "string") known.matters.add(matter);
    if (typeof seq === "number") known.seqs.add(String(seq));
  }

  #learnText(name: string, value: string): void {
    if (name === "person" && this.#only?.has(value) === false) return;
    if (name === "received") this.add("file", value);
    this.add(name, value);
  }
}
