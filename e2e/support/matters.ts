import { randomUUID } from "node:crypto";

import type { z } from "zod";

import { openInvestigation } from "../../src/contract/intake/open-investigation.ts";
import { receiveReport } from "../../src/contract/intake/receive-report.ts";
import { assignMatter } from "../../src/contract/matter/assign-matter.ts";
import type { CommandAnswer } from "../../src/contract/shapes.ts";
import type { Api } from "./api.ts";

/** Where a matter of a test is. */
export interface MatterPlace {
  readonly akt: string;
  readonly matter: string;
  readonly report: string;
}

type ReportAnswers = z.input<typeof receiveReport.body>["data"];

/** What the law and follow-up ask of a report. */
export const reportAnswers: ReportAnswers = {
  kind: "report",
  arrivedAt: "2026-03-02T07:40",
  channel: "phone",
  reporterKind: "school",
  reporterClass: "duty-general",
  reasons: ["school"],
  mainReason: "school",
  violence: ["none"],
};

/** A report about a child, received and assessed through the program's interface; what a page does has its own tests. */
export async function reported(
  api: Api,
  child: string,
  more: ReportAnswers = {},
  matter: string = randomUUID(),
): Promise<MatterPlace> {
  const report = randomUUID();
  const parts = [{ id: randomUUID(), audience: "common", text: "Skolan är orolig." }];
  const protection = {
    assessedAt: "2026-03-02T07:50",
    outcome: "no-immediate-need",
    reasons: "Barnet är tryggt hemma.",
  };
  const { children } = await api.call(receiveReport, {
    body: {
      commandId: randomUUID(),
      data: { ...reportAnswers, parts, ...more },
      children: [{ person: child, report, matter, protection }],
    },
  });
  const [made] = children;
  if (made === undefined) throw new Error("A report is about a child");
  return { akt: made.akt, matter: made.matter, report };
}

/** Lets a manager allocate the matter to somebody. */
export async function allocated(
  manager: Api,
  place: MatterPlace,
  worker: string,
  unit: string,
): Promise<void> {
  await give(manager, assignMatter, place, { ids: { worker, unit } });
}

/** Lets a manager open an investigation. */
export async function investigated(
  manager: Api,
  place: MatterPlace,
  investigator: string,
): Promise<string> {
  const investigation = randomUUID();
  await give(manager, openInvestigation, place, {
    ids: { report: place.report, investigation, investigator },
    data: { outcome: "open", reason: "Barnet kan behöva stöd." },
  });
  return investigation;
}

type AktRoute = typeof openInvestigation;

/** Gives a command on an akt that must succeed. */
export function give(
  api: Api,
  route: AktRoute,
  { akt, matter }: Pick<MatterPlace, "akt" | "matter">,
  more: Partial<z.input<AktRoute["body"]>> = {},
): Promise<CommandAnswer> {
  return api.call(route, { body: { commandId: randomUUID(), akt, matter, ...more } });
}
