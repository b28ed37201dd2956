import type { PersonState, Relation } from "../../domain/person/person-state.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Pack } from "../../spec/types.ts";
import type { FollowupSettings } from "../settings.ts";

/** What the derivations look up: order and groups of codes, and the settings. */
export interface DeriveEnv {
  readonly settings: FollowupSettings;
  /** Participation codes, the fullest way to take part first. */
  readonly participation: readonly string[];
  /** The participation codes that mean that the child took part. */
  readonly tookPart: ReadonlySet<string>;
  readonly countryGroups: ReadonlyMap<string, string>;
}

/** The people the rows are about: the child, who has been guardian, and how many siblings are known. */
export interface RowPersons {
  readonly child: PersonState;
  readonly guardians: readonly PersonState[];
  /** Siblings whose own streams name the child; those in the child's stream are added to them. */
  readonly siblings?: readonly Uuid[];
}

const participationList = "participation";
const tookPartGroup = "took-part";
const countryList = "country";

/** Reads what the derivations need out of a pack. */
export function deriveEnvOf(pack: Pack, settings: FollowupSettings): DeriveEnv {
  const participation = pack.codelists[participationList]?.codes ?? [];
  const countries = pack.codelists[countryList]?.codes ?? [];
  return {
    settings,
    participation: participation.map((code) => code.id),
    tookPart: new Set(
      participation.filter((code) => code.group === tookPartGroup).map((code) => code.id),
    ),
    countryGroups: new Map(
      countries.flatMap((code) => (code.group === undefined ? [] : [[code.id, code.group]])),
    ),
  };
}

/** Whether a relation holds on a day; an open end holds for ever. */
export function holdsOn(relation: Relation, on: PlainDate): boolean {
  return holdsBetween(relation, on, on);
}

/** Whether a relation holds on some day from `from` to `to`; without `to` on some day since `from`. */
function holdsBetween(relation: Relation, from: PlainDate, to: PlainDate | undefined): boolean {
  const begun = relation.validFrom === undefined || to === undefined || relation.validFrom <= to;
  return begun && (relation.validTo === undefined || relation.validTo >= from);
}

/** The guardians of the child on a day, always in the same order. */
export function guardiansOn(
  persons: RowPersons,
  on: PlainDate,
  env: DeriveEnv,
): readonly PersonState[] {
  return guardiansBetween(persons, { from: on, to: on }, env);
}

/** A period of days; without `to` it has not ended. */
export interface Days {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

/** Who was guardian of the child at some time of a period, always in the same order. */
export function guardiansBetween(
  persons: RowPersons,
  { from, to }: Days,
  env: DeriveEnv,
): readonly PersonState[] {
  return persons.guardians
    .filter((guardian) =>
      guardian.relations.some(
        (relation) =>
          relation.to === persons.child.person &&
          env.settings.guardianRelations.includes(relation.kind) &&
          holdsBetween(relation, from, to),
      ),
    )
    .toSorted((a, b) => (a.person < b.person ? -1 : 1));
}

/**
 * The participation that stands for a step: the fullest way the child took part in, else the reason
 * given last. Undefined where nothing was recorded.
 */
export function bestParticipation(codes: readonly string[], env: DeriveEnv): string | undefined {
  const took = codes.filter((code) => env.tookPart.has(code));
  const ranked = env.participation.find((code) => took.includes(code));
  return ranked ?? codes.at(-1);
}
