/** Kinds of relation that make somebody stand above a child in the family tree. */
export const parentKinds: readonly string[] = ["guardian", "special-guardian", "parent"];
const siblingKind = "sibling";

/** A relation between two persons, read "person is `kind` of other"; both days are included. */
export interface NetworkFact {
  readonly relation: string;
  readonly person: string;
  readonly kind: string;
  readonly other: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Children who have the same parents on the day; the child itself is in the first group. */
export interface Brood {
  readonly parents: readonly string[];
  readonly members: readonly string[];
}

/** The people around a child on a day; each stands in one place only. */
export interface NetworkOnDay {
  readonly parents: readonly string[];
  readonly broods: readonly Brood[];
  /** The child's own children. */
  readonly own: readonly string[];
  /** Everybody else who has a relation to the child. */
  readonly others: readonly string[];
}

/** Whether a relation holds on a day; a day that is unknown counts as always. */
export function holdsOn({ validFrom, validTo }: NetworkFact, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

/**
 * Who stands where on a day. A half-sibling has a group of its own: its parents are others. The order follows from
 * the facts alone, so that the same facts always give the same picture.
 */
export function networkOn(facts: readonly NetworkFact[], child: string, day: string): NetworkOnDay {
  const valid = facts.filter((fact) => holdsOn(fact, day));
  const siblings = new Set(
    valid.filter(({ kind }) => kind === siblingKind).flatMap((fact) => otherEnd(fact, child)),
  );
  const members = [child, ...[...siblings].toSorted(byText)];
  const parentsOf = new Map(members.map((member) => [member, parentsIn(valid, member)]));
  const broods = broodsOf(members, parentsOf);
  const parents = [...new Set(broods.flatMap((brood) => brood.parents))];
  const placed = new Set([...members, ...parents]);
  const own = peopleOf(
    valid.filter((fact) => fact.person === child && parentKinds.includes(fact.kind)),
    child,
    placed,
  );
  const others = peopleOf(valid, child, new Set([...placed, ...own]));
  return { parents, broods, own, others };
}

/** What somebody is to the child on a day, as relations to or from it. */
export function relationsTo(
  facts: readonly NetworkFact[],
  child: string,
  person: string,
): readonly NetworkFact[] {
  return facts.filter(
    (fact) =>
      (fact.person === person && fact.other === child) ||
      (fact.person === child && fact.other === person),
  );
}

/** The days on which the picture becomes another one, oldest first. */
export function daysOfChange(facts: readonly NetworkFact[]): readonly string[] {
  const days = facts.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === null ? [] : [validFrom]),
    ...(validTo === null ? [] : [validTo]),
  ]);
  return [...new Set(days)].toSorted(byText);
}

function otherEnd({ person, other }: NetworkFact, child: string): readonly string[] {
  if (person === child) return [other];
  return other === child ? [person] : [];
}

function parentsIn(facts: readonly NetworkFact[], member: string): readonly string[] {
  const found = facts.filter(({ other, kind }) => other === member && parentKinds.includes(kind));
  return [...new Set(found.map(({ person }) => person))].toSorted(byText);
}

/** The child's group first, then the others by their first member. */
function broodsOf(
  members: readonly string[],
  parentsOf: ReadonlyMap<string, readonly string[]>,
): readonly Brood[] {
  const groups = new Map<string, { parents: readonly string[]; members: string[] }>();
  for (const member of members) {
    const parents = parentsOf.get(member) ?? [];
    const key = parents.join(" ");
    const group = groups.get(key) ?? { parents, members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function peopleOf(
  facts: readonly NetworkFact[],
  child: string,
  placed: ReadonlySet<string>,
): readonly string[] {
  const people = facts.flatMap((fact) => otherEnd(fact, child));
  return [...new Set(people)].filter((person) => !placed.has(person)).toSorted(byText);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
