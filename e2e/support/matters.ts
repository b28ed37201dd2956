import { randomUUID } from "node:crypto";

import type { Api, Json } from "./api.ts";

/** Where a matter of a test is. */
export interface MatterPlace {
  readonly akt: string;
  readonly matter: string;
  readonly report: string;
}

/** A report about a child, received and assessed through the program's interface; what a page does has its own tests. */
export async function reported(
  api: Api,
  child: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<MatterPlace> {
  const [report, matter] = [randomUUID(), randomUUID()];
  const answer: Json = await api.must("/api/v1/intake/receive-report", {
    commandId: randomUUID(),
    data: {
      kind: "report",
      arrivedAt: "2026-03-02T07:40",
      channel: "phone",
      reporterKind: "school",
      reporterClass: "duty-general",
      parts: [{ id: randomUUID(), audience: "common", text: "Skolan är orolig." }],
      reasons: ["school"],
      mainReason: "school",
      violence: ["none"],
      ...more,
    },
    children: [
      {
        person: child,
        report,
        matter,
        protection: {
          assessedAt: "2026-03-02T07:50",
          outcome: "no-immediate-need",
          reasons: "Barnet är tryggt hemma.",
        },
      },
    ],
  });
  return { akt: answer.children[0].akt, matter: answer.children[0].matter, report };
}

/** Lets a manager allocate the matter to somebody. */
export async function allocated(
  manager: Api,
  place: MatterPlace,
  worker: string,
  unit: string,
): Promise<void> {
  await give(manager, "/api/v1/matter/assign-matter", place, { ids: { worker, unit } });
}

/** Lets a manager open an investigation. */
export async function investigated(
  manager: Api,
  place: MatterPlace,
  investigator: string,
): Promise<string> {
  const investigation = randomUUID();
  await give(manager, "/api/v1/intake/open-investigation", place, {
    ids: { report: place.report, investigation, investigator },
    data: { outcome: "open", reason: "Barnet kan behöva stöd." },
  });
  return investigation;
}

/** Gives a command on an akt that must succeed. */
export function give(
  api: Api,
  path: string,
  { akt, matter }: Pick<MatterPlace, "akt" | "matter">,
  more: Readonly<Record<string, unknown>>,
): Promise<Json> {
  return api.must(path, { commandId: randomUUID(), akt, matter, ...more });
}
