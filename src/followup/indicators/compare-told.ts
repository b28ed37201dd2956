import {
  barKeys,
  toldBars,
  withheldBeside,
  type BarAtom,
  type ToldBars,
} from "../disclosure/beside.ts";
import { loadCodeBook } from "../code-book.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { Scope } from "../engine/deps.ts";
import { togetherSql, type Asked, type CountedBars } from "./indicator-sql.ts";
import { readOnly, type IndicatorDeps, type IndicatorQuery } from "./measure-indicator.ts";
import { listPastIndicators } from "./past-indicators.ts";
import { barsOf, lookupOf, type Lookup } from "./resolve-indicator.ts";
import type { Bar, Indicator } from "./types.ts";

/** Something of an indicator whose rows are looked at: its bars, or one of its steps. */
interface Part extends CountedBars {
  readonly indicator: string;
  /** The same text for the same thing over another period or unit. */
  readonly of: string;
  readonly bars: readonly Bar[];
  /** A step is told as a bar of its indicator. */
  readonly step: boolean;
}

/** What has been told of a part, by the names below. */
interface ToldPart {
  readonly part: Part;
  readonly told: ReadonlySet<string>;
}

/** Names of an indicator's numbers: as they are kept of what has left. */
export const toldNames = {
  n: "n",
  yes: "yes",
  missing: "missing",
  bar: (id: string): string => `bar ${id}`,
} as const;

/** Holds each indicator of a report against those that have left, and those before it in the report. */
export interface Comparing {
  /** The numbers of an indicator, by {@link toldNames}, that may not be told. */
  withheld(id: string): ReadonlySet<string>;
  /** That of an indicator of the report these are told: what comes after is held against them too. */
  tell(id: string, told: ReadonlySet<string>): void;
}

/** What is asked: indicators, and over what. */
interface Wanted {
  readonly deps: IndicatorDeps;
  readonly scope: Scope;
  readonly query: IndicatorQuery;
}

/** Reads what has left of the rows that these indicators count, and how all of them tell those rows apart. */
export async function compareTold(
  tx: Tx,
  { deps, scope, query }: Wanted,
  ids: readonly string[],
): Promise<Comparing> {
  const { engine, spec } = deps;
  const indicators = ids.flatMap((id) => spec.indicators.get(id) ?? []);
  const today = scope.today ?? stockholmDate(engine.clock.now());
  const lookup = lookupOf(engine.packs.current(scope.tenant).pack, deps.law, today, spec.words);
  const { tenant, unit } = scope;
  const { from, to } = query;
  const asked = askedOf(tenant, { from, to, unit });
  const own = indicators.flatMap((each) => partsOf(each, asked, lookup));
  const rows = new Set(own.map(({ row }) => row));
  const ofOwn = new Set(own.map((part) => part.of));
  const isHeldAgainst = (part: Part) =>
    ofOwn.has(part.of)
      ? mayMeet(part.asked, asked)
      : own.some((each) => samePopulation(each, part));
  const told: ToldPart[] = (await listPastIndicators(tx)).flatMap((past) => {
    const indicator = spec.indicators.get(past.query.indicator);
    if (indicator === undefined) return [];
    const names = new Set(Object.keys(past.numbers.told));
    return partsOf(indicator, askedOf(tenant, past.query), lookup)
      .filter((part) => rows.has(part.row) && isHeldAgainst(part))
      .map((part) => ({ part, told: names }));
  });
  const parts = [...own, ...told.map(({ part }) => part)];
  const atoms = await inTenant(engine.pool, tenant, async (reading) => {
    await reading.run(readOnly);
    return readTogether(reading, parts, lookup);
  });
  return comparing(own, told, atoms, engine.settings.outside.least);
}

function comparing(
  own: readonly Part[],
  told: ToldPart[],
  atoms: Together,
  least: number,
): Comparing {
  const toldOf = ({ part, told: names }: ToldPart): ToldBars => {
    const question = { at: atoms.placeOf(part), roles: rolesOf(part) };
    const has = part.bars.map(({ id }) => names.has(toldNames.bar(id)));
    const [only = false] = has;
    const said = part.step
      ? { n: only, yes: only, missing: false }
      : {
          n: names.has(toldNames.n),
          yes: names.has(toldNames.yes),
          missing: names.has(toldNames.missing),
        };
    return toldBars(question, said, has);
  };
  return {
    withheld: (id) => {
      const names = own
        .filter(({ indicator }) => indicator === id)
        .flatMap((part) => {
          const near = told.filter(({ part: other }) => sameRows(other, part));
          const beside = {
            same: near.filter(({ part: other }) => other.of === part.of).map(toldOf),
            others: near
              .filter(({ part: other }) => other.of !== part.of && samePopulation(other, part))
              .map(toldOf),
          };
          const question = { at: atoms.placeOf(part), roles: rolesOf(part) };
          return namesOf(part, withheldBeside(atoms.of(part), question, beside, least));
        });
      return new Set(names);
    },
    tell: (id, names) => {
      for (const part of own) if (part.indicator === id) told.push({ part, told: names });
    },
  };
}

/** What is withheld of a part, by the names of its indicator's numbers. */
function namesOf({ bars, step }: Part, withheld: ReadonlySet<string>): readonly string[] {
  const of = bars.flatMap(({ id, role }, at) =>
    withheld.has(barKeys.bar(role, at)) ? [toldNames.bar(id)] : [],
  );
  if (step) return of;
  const sums = (["n", "yes", "missing"] as const).filter((name) => withheld.has(barKeys[name]));
  return [...of, ...sums.map((name) => toldNames[name])];
}

function rolesOf({ bars }: Part) {
  return bars.map(({ role }) => role);
}

function sameRows(one: Part, other: Part): boolean {
  return one.row === other.row && one.per === other.per;
}

function samePopulation({ asked: one }: Part, { asked: other }: Part): boolean {
  return one.from === other.from && one.to === other.to && one.unit === other.unit;
}

/** Two periods of which neither is over before the other begins; a step may count by another day than the others. */
function mayMeet(one: Asked, other: Asked): boolean {
  const before = (a: Asked, b: Asked) =>
    a.to !== undefined && b.from !== undefined && a.to < b.from;
  return !before(one, other) && !before(other, one);
}

function partsOf(indicator: Indicator, asked: Asked, lookup: Lookup): readonly Part[] {
  const { id, row, per, where, steps } = indicator;
  const shared = { indicator: id, asked };
  if (steps !== undefined) {
    return steps.map((step) => ({
      ...shared,
      of: `${id} ${step.id}`,
      row: step.row,
      where: step.where,
      day: step.day,
      bars: [{ id: step.id, label: step.label, role: "yes", when: { all: [] } }],
      step: true,
    }));
  }
  const bars = barsOf(indicator, lookup);
  const guardians = per === undefined ? {} : { per };
  return [{ ...shared, of: id, row, ...guardians, where, bars, step: false }];
}

function askedOf(
  tenant: Asked["tenant"],
  { from, to, unit }: { readonly [end in keyof Omit<Asked, "tenant">]?: Asked[end] | undefined },
): Asked {
  return {
    tenant,
    ...(unit === undefined ? {} : { unit }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The rows as all parts of their kind tell them apart. */
interface Together {
  of(part: Part): readonly BarAtom[];
  placeOf(part: Part): number;
}

/** One statement for each kind of row, however many indicators are looked at. */
async function readTogether(tx: Tx, parts: readonly Part[], lookup: Lookup): Promise<Together> {
  const book = await loadCodeBook(tx);
  const kinds = [...Map.groupBy(parts, ({ row, per = "row" }) => `${row} ${per}`).values()];
  const atoms = new Map<Part, readonly BarAtom[]>();
  const places = new Map<Part, number>();
  for (const [first, ...more] of kinds) {
    if (first === undefined) continue;
    const all = [first, ...more] as const;
    const { text, values } = togetherSql(all, { book, lookup });
    const rows = await tx.rows<Readonly<Record<string, number>>>({ text }, values);
    const found = rows.map((row): BarAtom => ({
      n: row["n"] ?? 0,
      bars: all.map((_, at) => {
        const bar = row[`c${at}`] ?? -1;
        return bar < 0 ? undefined : bar;
      }),
    }));
    for (const [at, part] of all.entries()) {
      atoms.set(part, found);
      places.set(part, at);
    }
  }
  return {
    of: (part) => atoms.get(part) ?? [],
    placeOf: (part) => places.get(part) ?? 0,
  };
}
