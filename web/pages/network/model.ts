import type { network } from "../../../src/contract/views/network.ts";
import {
  holdsOn,
  type NetworkFact,
  networkOn,
  parentKinds,
  relationsTo,
} from "../../../src/domain/person/network.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay } from "../../text/dates.ts";
import type { networkText } from "../../text/network.ts";
import type { Lang, TextValues } from "../../text/text.ts";
import type { MapInput } from "./layout.ts";

export type Network = AnswerOf<typeof network>;
export type Relation = Network["relations"][number];
type Say = (key: keyof typeof networkText, values?: TextValues) => string;

/** Somebody on the map and in the list: the same words in both. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Undefined for professionals, who are no persons of the register. */
  readonly person: Network["persons"][number] | undefined;
  readonly isChild: boolean;
  /** What somebody is, with the days: a line each. */
  readonly ties: readonly Tie[];
}

export interface Tie {
  readonly words: string;
  readonly days: string;
  /** The relations behind it, where they are to the child: recorded from one side or from both. */
  readonly relations: readonly Relation[];
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly members: readonly Member[];
}

export interface NetworkModel {
  readonly input: Omit<MapInput, "columns">;
  readonly groups: readonly Group[];
  readonly members: ReadonlyMap<string, Member>;
  /** Relations to the child that do not hold on the day. */
  readonly ended: readonly Relation[];
  readonly coming: readonly Relation[];
}

interface Words {
  readonly t: Say;
  readonly lang: Lang;
}

/** Everybody around the child on a day, for the map and the list alike. */
export function networkModel(answer: Network, day: string, words: Words): NetworkModel {
  const { t } = words;
  const child = answer.child.person;
  const facts = answer.relations.map(factOf);
  const known = new Map([answer.child, ...answer.persons].map((each) => [each.person, each]));
  const { parents, own, others, ...around } = networkOn(facts, child, day);
  const ageOf = (id: string) => known.get(id)?.age ?? -1;
  const broods = around.broods.map((brood) => ({
    ...brood,
    members: brood.members.toSorted((a, b) => ageOf(b) - ageOf(a)),
  }));
  const memberOf = (id: string): Member => {
    const person = known.get(id);
    const ties = tiesOf(answer, id, day, words);
    return { id, name: person?.name ?? "", person, isChild: id === child, ties };
  };
  const professionals = answer.professionals
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || to >= day))
    .map(({ id, name, role, from, to }): Member => {
      const tie = { words: role[words.lang], days: daysOf(from, to, words), relations: [] };
      return { id, name, person: undefined, isChild: false, ties: [tie] };
    });
  const names = (ids: readonly string[]) =>
    ids.map((id) => (known.get(id)?.name ?? "").split(" ")[0] ?? "").join(", ");
  const broodGroups = broods.map((brood, at) => ({
    id: `brood ${at}`,
    title:
      brood.parents.length === 0
        ? t("childrenAlone")
        : t("childrenOf", { names: names(brood.parents) }),
    members: brood.members.map(memberOf),
  }));
  const groups: readonly Group[] = [
    { id: "parents", title: t("parents"), members: parents.map(memberOf) },
    ...broodGroups,
    { id: "own", title: t("own"), members: own.map(memberOf) },
    { id: "others", title: t("others"), members: others.map(memberOf) },
    { id: "professionals", title: t("professionals"), members: professionals },
  ];
  const ofChild = answer.relations.filter(
    ({ person, other }) => person === child || other === child,
  );
  return {
    input: {
      parentsTitle: t("parents"),
      parents,
      broods: broods.map((brood, at) => ({ ...brood, title: broodGroups[at]?.title ?? "" })),
      zones: groups
        .slice(1 + broods.length)
        .map(({ id, title, members }) => ({ id, title, members: members.map((one) => one.id) })),
    },
    groups: groups.filter(({ members }) => members.length > 0),
    members: new Map(groups.flatMap(({ members }) => members.map((one) => [one.id, one] as const))),
    ended: ofChild.filter(({ validTo }) => validTo !== null && validTo < day),
    coming: ofChild.filter(({ validFrom }) => validFrom !== null && validFrom > day),
  };
}

/** A relation as the day is asked of it. */
export function factOf({ kind, ...relation }: Relation): NetworkFact {
  return { ...relation, kind: kind.id };
}

/** What somebody is to the child; a half-sibling's parent is told by whose parent it is. */
function tiesOf(answer: Network, id: string, day: string, words: Words): readonly Tie[] {
  const { t, lang } = words;
  const child = answer.child.person;
  if (id === child) return [{ words: t("theChild"), days: "", relations: [] }];
  const valid = answer.relations.filter((relation) => holdsOn(factOf(relation), day));
  const direct = new Set(relationsTo(valid.map(factOf), child, id).map(({ relation }) => relation));
  const own = valid.filter(({ relation }) => direct.has(relation));
  const shown = own.length > 0 ? own : valid.filter(({ person }) => person === id);
  // A relation that is recorded from both sides is one.
  const said = Map.groupBy(shown, (relation) =>
    wordsOf(answer, relation, own.length > 0, { t, lang }),
  );
  return [...said].map(([kind, same]): Tie => {
    const { validFrom = null, validTo = null } = same[0] ?? {};
    const days = daysOf(validFrom, validTo, words);
    return { words: kind, days, relations: own.length > 0 ? same : [] };
  });
}

function wordsOf(answer: Network, relation: Relation, direct: boolean, { t, lang }: Words): string {
  const { kind, person, other } = relation;
  if (!direct) {
    const name = answer.persons.find((each) => each.person === other)?.name ?? "";
    return t("kindOf", { kind: kind[lang], name });
  }
  const fromChild = person === answer.child.person;
  return fromChild && parentKinds.includes(kind.id) ? t("childOfChild") : kind[lang];
}

/** Since when and until when, as far as the days are known. */
export function daysOf(from: string | null, to: string | null, { t, lang }: Words): string {
  if (from !== null && to !== null) {
    return t("between", { from: fullDay(from, lang), to: fullDay(to, lang) });
  }
  if (from !== null) return t("since", { from: fullDay(from, lang) });
  return to === null ? "" : t("until", { to: fullDay(to, lang) });
}
