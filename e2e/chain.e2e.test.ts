import { beforeAll, describe, expect, test } from "vitest";

import { makeCast, type WatchedCast } from "./support/cast.ts";
import { assess, decideAndClose, investigate, receive, writeAndSign } from "./support/chain.ts";
import {
  expectMaskedPrints,
  expectOneSpecification,
  expectQuietPages,
  expectWhyNot,
  fileOf,
} from "./support/chain-checks.ts";
import { askQuestion } from "./support/followup-room.ts";
import { mouse } from "./support/hand.ts";
import type { Traveller } from "./support/journey.ts";
import type { Ending } from "./support/story.ts";
import { surfaceFaults } from "./support/surface.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile({ bothPacks: true });

const runs = [
  {
    name: "by mouse, in Swedish, by the released specification, ending with a measure",
    options: { lang: "sv", later: false, familyName: "Provdal", serial: 0 },
    ending: "measure" as Ending,
    result: "granted",
  },
  {
    name: "by mouse, in English, by a later specification, ending with a follow-up of the situation",
    options: { lang: "en", later: true, familyName: "Testmark", serial: 5 },
    ending: "follow-up-23" as Ending,
    result: "no-consent",
  },
] as const;

describe.each(runs)("the whole chain $name", ({ options, ending, result }) => {
  let cast: WatchedCast;
  const faults: string[] = [];
  // One language is looked at closely; the other has its own test of every room.
  const look = async (who: Traveller, name: string): Promise<void> => {
    if (options.lang === "sv") faults.push(...(await surfaceFaults(who.page, `chain-${name}`)));
  };

  beforeAll(async () => {
    await world().setDay("2026-03-02");
    cast = await makeCast(world(), { ...options, hand: mouse });
  });

  test("a report about two children becomes a matter for each, with their clocks", async () => {
    await receive(cast, look);
    const [matter] = (await fileOf(cast)).matters;
    expect(matter).toMatchObject({ phase: "protection-assessed", startedOn: "2026-03-02" });
    expect(matter?.clocks.map((clock) => clock.ruleId)).toContain("A-04");
    const [report] = matter?.reports ?? [];
    expect(JSON.stringify(report?.data["parts"])).toContain("skolan på en vecka");
    const sibling = await fileOf(cast, cast.family.sibling.name);
    expect(JSON.stringify(sibling.matters)).not.toContain("skolan på en vecka");
    expect(sibling.matters[0]?.reports[0]).toMatchObject({ moreChildren: true });
  });

  test("the preliminary assessment leads to an investigation, and to none with its reasons", async () => {
    await assess(cast, look);
    const { matters } = await fileOf(cast);
    expect(matters[0]).toMatchObject({ phase: "investigating" });
    expect(matters[0]?.investigation?.openedOn).toBe("2026-03-09");
    const sibling = await fileOf(cast, cast.family.sibling.name);
    expect(sibling.matters[0]?.reports[0]?.outcome).toBe("not-open");
  });

  test("a new report is linked, the family informed, the child heard", async () => {
    await investigate(cast, look);
    const { matters, childsWords } = await fileOf(cast);
    expect(matters[0]?.reports.map((report) => report.outcome)).toEqual(["open", "link"]);
    expect(childsWords).toMatchObject([{ text: "Jag vill att det ska vara tyst hemma." }]);
    await expectWhyNot(cast, "investigation.close", /20 kap\. 3 § SoL/u);
  });

  test("the decision basis is fixed, read by the manager, communicated, answered and signed", async () => {
    await writeAndSign(cast, look);
    const { matters } = await fileOf(cast);
    expect(matters[0]).toMatchObject({ phase: "signed" });
    expect(matters[0]?.basis).toMatchObject({ signedOn: "2026-05-20", reviewedOn: "2026-05-04" });
  });

  test("the decision is made by one who may, and the matter closes; the number is there at once", async () => {
    const question = { rows: "BES-01" } as const;
    const label = cast.manager.pack.codelists["investigation-result"]?.codes.find(
      (code) => code.id === result,
    )?.label[options.lang];
    const { rows } = await askQuestion(cast.manager, question);
    const before = Number(rows.get(label ?? "")?.[0] ?? 0);
    await decideAndClose(cast, ending, look);
    const { matters } = await fileOf(cast);
    expect(matters[0]).toMatchObject({ phase: "closed", investigation: { result } });
    const table = await askQuestion(cast.manager, question);
    await look(cast.manager, "followup");
    expect(table.rows.get(label ?? "")?.[0]).toBe(String(before + 1));
    expect(table.picture).not.toBe("");
  });

  test("a table is crossed and kept to a period, with its definition, source and fill rate", async () => {
    const question = { rows: "AKT-03", columns: "AKT-16", from: "2026-03-02", to: "2026-03-08" };
    const table = await askQuestion(cast.manager, question);
    const { codelists } = cast.manager.pack;
    const label = codelists["reporter-kind"]?.codes.find(({ id }) => id === "neighbour-private");
    const outcome = codelists["opening-outcome"]?.codes.find(({ id }) => id === "open");
    const column = table.heads.indexOf(outcome?.label[options.lang] ?? "");
    const opened = await openedReports("neighbour-private", question);
    expect(table.rows.get(label?.label[options.lang] ?? "")?.[column]).toBe(String(opened));
    expect(opened).toBeGreaterThan(0);
    const room = await cast.manager.page.locator(".followup").innerText();
    expect(room).toMatch(/n = \d+/u);
    const how = cast.manager.page.locator("details.how");
    expect(await how.locator("dd").count()).toBeGreaterThanOrEqual(6);
    expect(await cast.manager.page.locator("p.fill").innerText()).toMatch(/\d+ %/u);
    // On paper every sheet says that exact numbers are not to be given out.
    await cast.manager.page.emulateMedia({ media: "print" });
    expect(await cast.manager.page.locator(".internal-sheet").isVisible()).toBe(true);
    expect(await cast.manager.page.locator(".internal-mark").isVisible()).toBe(true);
    await cast.manager.page.emulateMedia({ media: "screen" });
    expect(await cast.manager.page.locator(".internal-mark").isVisible()).toBe(false);
  });

  test("every copy is made for its recipient, and who reported is gone from a guardian's", async () => {
    await expectMaskedPrints(cast);
  });

  test("everything was written with one specification, and no page was at fault", async () => {
    await expectOneSpecification(cast);
    expectQuietPages(cast);
    expect(faults).toEqual([]);
  });
});

/** Counted in the log itself: reports by a kind of reporter, in a period, that led to an investigation. */
async function openedReports(
  kind: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const [row] = await world().rows<{ n: number }>(
    `select count(*)::int as n from event r
     where r.type = 'report.received' and r.body::jsonb->'data'->>'reporterKind' = $1
       and left(r.body::jsonb->'data'->>'arrivedAt', 10) between $2 and $3
       and exists (select from event o where o.type = 'investigation.opened'
         and o.body::jsonb->'ids'->>'report' = r.body::jsonb->'ids'->>'report')`,
    [kind, from, to],
  );
  return row?.n ?? 0;
}
