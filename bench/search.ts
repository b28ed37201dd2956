// Person search in a register of a million, with names as common as they are: by number and by name as people type
// them. `node bench/search.ts` runs it alone, on a database made for it and thrown away.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { chanceOf, type Chance } from "../e2e/faults/chance.ts";
import { foldName } from "../src/kernel/fold.ts";
import { swedishSoundKey } from "../src/kernel/name-matching.ts";
import { plainDate } from "../src/kernel/plain-date.ts";
import { inTenant } from "../src/store/in-tenant.ts";
import { openPools, type Pools } from "../src/store/pools.ts";
import { withClient, type Connection } from "../src/store/postgres/connection.ts";
import { connectionsOf } from "../src/store/postgres/resolve-database.ts";
import { searchPersons } from "../src/store/search/search-persons.ts";
import { tenantOf } from "../src/store/tenant.ts";
import { startTestCluster } from "../src/store/testing/cluster.ts";
import {
  holdsLimits,
  percentile,
  printResults,
  rounded,
  type BenchResult,
} from "./bench-result.ts";

const PERSONS = Number(process.env["BENCH_PERSONS"] ?? 1_000_000);
const PIECE = 20_000;
const RUNS = 200;
const WARM_UP = 20;
const LIMIT_MS = 50;
const tenant = tenantOf(7);
const today = plainDate("2026-11-22");

interface Name {
  readonly name: string;
  /** How many bear it, they and those before them: what chance is measured against. */
  readonly upTo: number;
}

interface Names {
  readonly given: readonly Name[];
  readonly family: readonly Name[];
}

/** Measures on a database of its own. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startTestCluster({ asInstalled: true });
  const server: Connection = { ...cluster.server, database: cluster.template };
  const pools = openPools(connectionsOf(server));
  try {
    const names = readNames();
    await fill(server, names);
    return await measureAll(pools, names);
  } finally {
    await pools.close();
    await cluster.stop();
  }
}

/** Names of spec/reference with how many bear them. */
function readNames(): Names {
  const file = fileURLToPath(new URL("../spec/reference/names.csv", import.meta.url));
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  const of = (type: string): readonly Name[] => {
    let upTo = 0;
    return rows.flatMap((row) => {
      const [kind, name = "", , weight] = row.split(",");
      if (kind !== type) return [];
      upTo += Number(weight);
      return [{ name, upTo }];
    });
  };
  return { given: of("given"), family: of("surname") };
}

function draw(names: readonly Name[], chance: Chance): string {
  const at = chance.next() * (names.at(-1)?.upTo ?? 0);
  let [low, high] = [0, names.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((names[middle]?.upTo ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return names[low]?.name ?? "";
}

/** Provisional numbers, which belong to nobody: a thousand for each day. */
function numberOf(n: number): string {
  const day = new Date(Date.UTC(1930, 0, 1 + Math.floor(n / 1000)));
  const digits = day.toISOString().slice(0, 10).replaceAll("-", "");
  return `${digits}-T${String(n % 1000).padStart(3, "0")}`;
}

async function fill(server: Connection, names: Names): Promise<void> {
  const chance = chanceOf(1);
  await withClient(server, async (client) => {
    for (let from = 0; from < PERSONS; from += PIECE) {
      const given: string[] = [];
      const family: string[] = [];
      const numbers: string[] = [];
      for (let n = from; n < Math.min(from + PIECE, PERSONS); n += 1) {
        given.push(draw(names.given, chance));
        family.push(draw(names.family, chance));
        numbers.push(numberOf(n));
      }
      await client.query(
        `with made as (
           select gen_random_uuid() as person, g, f, n, fg, ff
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as u (g, f, n, fg, ff)
         ), persons as (
           insert into person (tenant, person, given_name, family_name, birth_date, number, number_kind, protected)
           select ${tenant}, person, g, f, left(n, 8)::date, n, 'provisional', false from made
         ), identities as (
           insert into person_identity (tenant, number, person, current, protected)
           select ${tenant}, n, person, true, false from made
         )
         insert into person_name (tenant, family, given, person) select ${tenant}, ff, fg, person from made`,
        [given, family, numbers, given.map(foldName), family.map(foldName)],
      );
    }
    const words = [...new Set([...names.given, ...names.family].map(({ name }) => foldName(name)))];
    await client.query(
      `insert into person_name_word (tenant, word, sound)
       select ${tenant}, w, s from unnest($1::text[], $2::text[]) as u (w, s) on conflict do nothing`,
      [words, words.map(swedishSoundKey)],
    );
    await client.query("vacuum analyze");
  });
}

/** What people type, in kinds; the share of each in the whole mix is the same. */
function asked(names: Names): ReadonlyMap<string, (chance: Chance) => string> {
  const full = (chance: Chance) => `${draw(names.given, chance)} ${draw(names.family, chance)}`;
  const common = names.given
    .toSorted((one, other) => bearers(names.given, other) - bearers(names.given, one))
    .slice(0, 5)
    .flatMap((given) => names.family.slice(0, 4).map((family) => `${given.name} ${family.name}`));
  return new Map([
    ["a number", (chance) => numberOf(chance.between(0, PERSONS - 1))],
    ["given and family name", full],
    ["the commonest names", (chance) => chance.pick(common)],
    ["one surname", (chance) => draw(names.family, chance)],
    ["one letter wrong", (chance) => oneWrong(full(chance), chance)],
    ["family name first", (chance) => full(chance).split(" ").toReversed().join(" ")],
  ]);
}

function bearers(names: readonly Name[], name: Name): number {
  return name.upTo - (names[names.indexOf(name) - 1]?.upTo ?? 0);
}

function oneWrong(text: string, chance: Chance): string {
  const at = chance.between(1, text.length - 2);
  const letter = chance.pick(Array.from("abdefghiklmnoprstuv"));
  return text[at] === " " ? text : text.slice(0, at) + letter + text.slice(at + 1);
}

async function measureAll(pools: Pools, names: Names): Promise<BenchResult[]> {
  const search = async (text: string): Promise<number> => {
    const began = performance.now();
    const found = await inTenant(pools.app, tenant, (tx) => searchPersons(tx, text, today));
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return performance.now() - began;
  };
  const results: BenchResult[] = [{ name: "persons", value: PERSONS, unit: "rows" }];
  const all: number[] = [];
  for (const [kind, ask] of asked(names)) {
    const chance = chanceOf(2);
    for (let n = 0; n < WARM_UP; n += 1) await search(ask(chance));
    const times: number[] = [];
    for (let n = 0; n < RUNS; n += 1) times.push(await search(ask(chance)));
    all.push(...times);
    results.push(
      { name: `${kind}, p50`, value: rounded(percentile(times, 0.5)), unit: "ms" },
      { name: `${kind}, p95`, value: rounded(percentile(times, 0.95)), unit: "ms" },
    );
  }
  const value = rounded(percentile(all, 0.95));
  return [...results, { name: "the whole mix, p95", value, unit: "ms", limit: LIMIT_MS }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await run();
  printResults(results);
  process.exitCode = holdsLimits(results) ? 0 : 1;
}
