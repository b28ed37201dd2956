import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { PersonLabel } from "../../../src/contract/shapes.ts";

type Marked = Pick<PersonLabel, "person" | "stripe">;

const Clashes = createContext<ReadonlyMap<string, number>>(new Map());

/** Around a list of persons: where two of them have the same mark, each of these marks gets a number. */
export function ListMarks({
  persons,
  children,
}: {
  readonly persons: readonly Marked[];
  readonly children: ReactNode;
}) {
  const clashes = useMemo(() => clashesOf(persons), [persons]);
  return <Clashes value={clashes}>{children}</Clashes>;
}

/** The number of a person's mark in the list around it; undefined where the mark is the only one of its kind. */
export function useMarkNumber(person: string): number | undefined {
  return useContext(Clashes).get(person);
}

/** Numbers for those whose mark somebody else in the list has too, in order of id: the same however it is sorted. */
export function clashesOf(persons: readonly Marked[]): ReadonlyMap<string, number> {
  const once = [...new Map(persons.map((each) => [each.person, each])).values()];
  const sorted = once.toSorted((one, other) => (one.person < other.person ? -1 : 1));
  const numbers = new Map<string, number>();
  for (const same of Map.groupBy(sorted, (each) => each.stripe).values()) {
    if (same.length > 1) same.forEach((each, index) => numbers.set(each.person, index + 1));
  }
  return numbers;
}
