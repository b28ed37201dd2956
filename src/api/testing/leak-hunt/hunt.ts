import { randomUUID } from "node:crypto";
import { signIn, type TestApp, type TestDemo } from "../test-app.ts";
import { castOf } from "./cast.ts";
import { papersOf, triesOf, writeBeside } from "./papers.ts";
import { plant, units, type Planted } from "./plant.ts";
import { Pool } from "./pool.ts";
import { probesOf } from "./probes.ts";
import { Search, type Hunted, type Walker } from "./search.ts";
import type { Tie } from "./secrets.ts";
import { reading, visitsOf } from "./walk.ts";

/** How much is walked. */
export interface HuntOptions {
  readonly persons: number;
  readonly seed: string;
  /**
   * All children of the demo board too, every letter as a file, and every command tried on every family; otherwise
   * the planted families alone, and the commands on the first.
   */
  readonly whole: boolean;
}

/** Plants families with secrets on the demo board and looks for them in everything that every account reaches. */
export async function hunt(app: TestApp, demo: TestDemo, options: HuntOptions): Promise<Hunted> {
  const families = await plant(app, demo, castOf(options.seed, options.persons));
  const search = new Search(families);
  const names = [...demo.accounts.keys()];
  const walkers = await Promise.all(names.map((name) => walkerOf(app, demo, name)));
  const pool = new Pool(options.whole ? undefined : families);
  for (const family of families) {
    pool.plant(family);
    await makePapers(walkers, family, { pool, search, options });
  }
  await takeOut(walkers, pool);
  await walkAll(walkers, { pool, search, options });
  const tried = options.whole ? families : families.slice(0, 1);
  const probes = probesOf(families, tried, randomUUID);
  const askers = options.whole ? walkers : oneOfEachTie(walkers, families[0]);
  await Promise.all(
    askers.map(async (walker) => {
      for (const { path, body } of probes) {
        search.answer(walker, path, await walker.user.post(path, body));
      }
    }),
  );
  await search.beside(app, demo);
  return search.found();
}

function oneOfEachTie(walkers: readonly Walker[], family: Planted | undefined): readonly Walker[] {
  if (family === undefined) return walkers;
  return [...new Map(walkers.map((walker) => [walker.tie(family), walker])).values()];
}

interface Walk {
  readonly pool: Pool;
  readonly search: Search;
  readonly options: HuntOptions;
}

async function walkerOf(app: TestApp, demo: TestDemo, name: string): Promise<Walker> {
  const account = demo.accounts.get(name);
  const user = await signIn(app, demo, name);
  function tie({ cast }: Planted): Tie {
    if (name === cast.worker) return "worker";
    if (account?.role === "trainer" || account?.role === "out-of-hours") return account.role;
    if (account?.unit !== units.utredning) return "none";
    if (account.role === "unit-manager") return "manager";
    return account.role === "assistant" ? "assistant" : "colleague";
  }
  return { name, user, tie };
}

/** What the worker has made for each of the family; then everybody else tries to have the same made. */
async function makePapers(
  walkers: readonly Walker[],
  family: Planted,
  { pool, search, options }: Walk,
): Promise<void> {
  for (const walker of walkers) {
    if (walker.tie(family) !== "worker") continue;
    await writeBeside(walker.user, family);
    const papers = await papersOf(walker.user, family, pool, options.whole);
    for (const { where, answer, to } of papers) {
      search.paper(family, walker.name, where, answer, to);
    }
  }
  for (const walker of walkers) {
    if (walker.tie(family) === "worker") continue;
    for (const { where, answer } of await triesOf(walker.user, family)) {
      search.answer(walker, where, answer);
    }
  }
}

/** Rows and a table of follow-up leave the board, as far as anybody may let them. */
async function takeOut(walkers: readonly Walker[], pool: Pool): Promise<void> {
  const variables = ["AKT-01", "AKT-03", "BAK-01"];
  for (const { user } of walkers) {
    const extract = await user.post("/api/v1/followup/make-extract", {
      definition: { grain: "akt", variables },
      statedPurpose: "Prövning av vad som följer med ut.",
    });
    const release = await user.post("/api/v1/followup/release-table", { rows: "AKT-01" });
    for (const { status, body } of [extract, release]) if (status === 200) pool.learn(body);
  }
}

/**
 * Everybody visits every address that anybody has been told of, until no answer tells of a new one. Where not the
 * whole is walked, whoever is refused a route, or a route about a child, does not try its other addresses.
 */
async function walkAll(walkers: readonly Walker[], { pool, search, options }: Walk): Promise<void> {
  const visited = new Set<string>();
  const refused = new Set<string>();
  for (let more = true; more;) {
    const visits = reading
      .flatMap((route) => visitsOf(route, pool, search.byAkt))
      .filter(({ path }) => !visited.has(path));
    for (const { path } of visits) visited.add(path);
    more = visits.length > 0;
    await Promise.all(
      walkers.map(async (walker) => {
        for (const visit of visits) {
          const route = `${walker.name} ${visit.route.id}`;
          const place = `${route} ${visit.akt ?? visit.path}`;
          // Who is refused by role is so before anything is looked up: the answer is the same at every address.
          if (refused.has(route) || (!options.whole && refused.has(place))) continue;
          // A paper for a party is the same whoever has it made: its worker does.
          const family = search.byAkt.get(visit.akt ?? "");
          const forParty = (visit.recipient ?? "internal") !== "internal";
          const byOther = family !== undefined && walker.tie(family) !== "worker";
          if (!options.whole && forParty && byOther) continue;
          const answer = await walker.user.get(visit.path);
          search.visit(walker, visit, answer);
          if (answer.status === 403) {
            refused.add(answer.problems.includes("access.role") ? route : place);
          }
          if (answer.status === 200 && visit.route.id !== "spec.read-spec") {
            pool.learn(answer.body, visit.akt);
          }
        }
      }),
    );
  }
}
