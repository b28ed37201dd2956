import { randomBytes } from "node:crypto";
import { isTestNumber } from "../access/test-numbers.ts";
import { makeMunicipality, outlineFrom, packsOf } from "../demo/make-municipality.ts";
import { commandsDigest, logDigest } from "../demo/municipality-digest.ts";
import {
  countDistributions,
  distributionLines,
  type Measured,
} from "../demo/municipality/distributions.ts";
import { readExpected } from "../demo/municipality/files.ts";
import { readFollowupSettings } from "../followup/read-settings.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { fixedClock } from "../kernel/clock.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Pools } from "../store/pools.ts";
import { programStore, systemClock } from "../store/program-store.ts";
import { loadSpecification, SPEC_DIRECTORY } from "../store/specification.ts";
import { tenantOf, type Tenant } from "../store/tenant.ts";
import { describe } from "./check-files.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import { fillLines, fillRates, type FillRate } from "./demo-fill.ts";
import { openScratchDatabase } from "./replay/scratch-database.ts";

/** What the check found out about one municipality. */
interface Checked {
  readonly families: number;
  readonly commands: number;
  readonly commandsDigest: string;
  readonly events: number;
  readonly logDigest: string;
  /** Whether all came out the same twice. */
  readonly same: boolean;
  readonly distributions: readonly Measured[];
  readonly fill: readonly FillRate[];
}

/**
 * Invents a municipality twice and makes it twice, in a database of its own, and compares: the same seed, day and packs
 * give the same commands and the same log. Tells how far each variable of follow-up is filled in it, too.
 */
export async function checkDemo(
  output: CliOutput,
  wanted: { readonly size: string; readonly seed: string; readonly json: boolean },
): Promise<ExitCode> {
  const scratch = await openScratchDatabase(process.env);
  if (!scratch.ok) {
    for (const problem of scratch.problems) output.err(describe(problem));
    return EXIT.unusable;
  }
  try {
    const { size, seed } = wanted;
    const checked = await checkIn(scratch.value.pools, size, seed);
    if (wanted.json) output.out(JSON.stringify({ size, seed, ...checked }));
    else tell(output, checked);
    return checked.same ? EXIT.agreed : EXIT.differs;
  } finally {
    await scratch.value.close();
  }
}

function tell(output: CliOutput, checked: Checked): void {
  const { families, commands, distributions, events, same, fill } = checked;
  output.out(`commands ${checked.commandsDigest}  ${families} families, ${commands} commands`);
  output.out(`log      ${checked.logDigest}  ${events} events`);
  output.out(same ? "The same, twice." : "Not the same the second time.");
  for (const line of distributionLines(distributions)) output.out(line);
  for (const line of fillLines(fill)) output.out(line);
}

async function checkIn(pools: Pools, size: string, seed: string): Promise<Checked> {
  const store = await storeOf(pools);
  const { pack } = store.packs.current(tenantOf(1));
  const [first, second] = [await makeOnce(store, size, seed), await makeOnce(store, size, seed)];
  const fill = await inTenant(pools.app, first.tenant, (tx) => fillRates(tx, pack));
  return { ...first.told, same: JSON.stringify(first.told) === JSON.stringify(second.told), fill };
}

async function storeOf(pools: Pools): Promise<Store> {
  const specification = await loadSpecification();
  const settings = readFollowupSettings(SPEC_DIRECTORY);
  if (!specification.ok || !settings.ok) throw new Error("The specification can't be read");
  const projectors = [followupProjector({ randomBytes, settings: settings.value })];
  // Both are made at the same moment.
  const clock = fixedClock(systemClock.now());
  return programStore(pools, specification.value, { projectors, isTestNumber, clock });
}

async function makeOnce(store: Store, size: string, seed: string) {
  const made = await makeMunicipality(store, { size, seed, randomBytes });
  await made.filled;
  return { tenant: made.tenant, told: await digestsOf(store, made.tenant, size, seed) };
}

async function digestsOf(store: Store, tenant: Tenant, size: string, seed: string) {
  const today = stockholmDate(store.clock.now());
  const outline = outlineFrom(size, seed, today);
  const log = await inTenant(store.pools.app, tenant, logDigest);
  const { add, digest } = commandsDigest(outline, packsOf(store, tenant));
  const counting = countDistributions(outline, store.packs.current(tenant).pack, today);
  let [families, commands] = [0, 0];
  for (const { family } of outline.lives()) {
    add(family);
    counting.add(family);
    families += 1;
    commands += family.steps.length + Object.keys(family.persons).length;
  }
  return {
    families,
    commands,
    commandsDigest: digest(),
    events: log.events,
    logDigest: log.digest,
    distributions: counting.measured(readExpected()),
  };
}
