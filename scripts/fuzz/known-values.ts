import type { SeededRandom } from "../../src/kernel/random.ts";

type Plain = string | number | boolean;

const MOST_NAMES = 3000;
const MOST_OF_A_NAME = 60;
const LONGEST = 2000;

/** Values that real answers and records have held, by the name of their field: what a request is made to look true with. */
export interface KnownValues {
  /** Notes every plain value of a JSON value by the name of its field; what stands in a list has the name of the list. */
  learn(value: unknown, name?: string): void;
  /** One of the values of a name; undefined when it was never seen. */
  pick(name: string, random: SeededRandom): Plain | undefined;
  /** A name that was seen. */
  name(random: SeededRandom): string;
}

export function knownValues(): KnownValues {
  const seen = new Map<string, Plain[]>();
  const names: string[] = [];
  function note(name: string, value: Plain): void {
    let values = seen.get(name);
    if (values === undefined) {
      if (seen.size >= MOST_NAMES) return;
      values = [];
      seen.set(name, values);
      names.push(name);
    }
    if (values.length >= MOST_OF_A_NAME || values.includes(value)) return;
    if (typeof value !== "string" || value.length <= LONGEST) values.push(value);
  }
  function learn(value: unknown, name = ""): void {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      note(name, value);
    } else if (Array.isArray(value)) {
      for (const each of value.slice(0, 50)) learn(each, name);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, each] of Object.entries(value)) learn(each, key);
    }
  }
  return {
    learn,
    pick: (name, random) => {
      const values = seen.get(name);
      return values === undefined || values.length === 0 ? undefined : random.pick(values);
    },
    name: (random) => (names.length === 0 ? "x" : random.pick(names)),
  };
}
