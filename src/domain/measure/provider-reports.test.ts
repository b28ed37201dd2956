import { expect, test } from "vitest";
import { clocksOf } from "../clocks.ts";
import { deriveNextSteps } from "../next-steps.ts";
import { at, type Chain, id, manager, performer, worker } from "../testing/chain.ts";
import { measure, measureIn, started } from "../testing/measure-story.ts";
import { readSpecForTests } from "../testing/read-spec.ts";

const appointment = id(450);

function linked(): Chain {
  const chain = started();
  const ids = { appointment, staff: performer.staff, measure };
  chain.must("access.appoint", "2026-06-02T09:00", { ids, data: { until: "2026-12-31" } });
  return chain;
}

function report(chain: Chain, n: number, time: string, by = performer): void {
  chain.must("act.record", time, {
    by,
    ids: { act: id(n), measure },
    data: { kind: "provider.reported", text: "Två träffar." },
  });
}

function waits(chain: Chain) {
  const { law, calendar } = readSpecForTests();
  if (chain.state === undefined) throw new Error("no state");
  const clocks = clocksOf(chain.state, law, calendar).filter(({ ruleId }) => ruleId === "J-09");
  const steps = deriveNextSteps(chain.state, id(1), chain.context(at("2026-06-20T10:00"), worker));
  return {
    clocks: clocks.map(({ target, metOn }) => [target, metOn ?? null]),
    steps: steps.filter(({ command }) => command === "measure.read-report").map(({ ids }) => ids),
  };
}

test("what a provider tells waits to be read, each report by itself", () => {
  const chain = linked();
  report(chain, 460, "2026-06-08T10:00");
  report(chain, 461, "2026-06-10T10:00");
  expect(waits(chain)).toEqual({
    clocks: [
      ["2026-06-11", null],
      ["2026-06-15", null],
    ],
    steps: [{ providerReport: id(460) }, { providerReport: id(461) }],
  });
  const read = (n: number, by = manager) =>
    chain
      .give("measure.read-report", "2026-06-11T10:00", { by, ids: { providerReport: id(n) } })
      .problems.map((found) => found.id);
  expect(read(460, performer)).not.toEqual([]);
  expect(read(460)).toEqual([]);
  expect(read(460)).toEqual(["measure.report-read"]);
  expect(read(999)).toEqual(["measure.report-not-found"]);
  expect(waits(chain).clocks).toEqual([
    ["2026-06-11", "2026-06-11"],
    ["2026-06-15", null],
  ]);
  expect(measureIn(chain).matter.providerReports).toMatchObject([{ readOn: "2026-06-11" }, {}]);
});

test("what a caseworker was told and recorded is known already", () => {
  const chain = linked();
  report(chain, 460, "2026-06-08T10:00", worker);
  expect(waits(chain)).toEqual({ clocks: [], steps: [] });
});
