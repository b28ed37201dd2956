import { expect, test } from "vitest";

import { registerFamily } from "./support/family.ts";
import { packOf } from "./support/form.ts";
import { mouse } from "./support/hand.ts";
import { receiveReport, type Traveller } from "./support/journey.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile({ bothPacks: true });

test("the whole chain", async () => {
  const api = await world().apiOf("jonatan");
  const family = await registerFamily(api, "Provdal", 0);
  const pack = await packOf(api, "current");
  const opened = await world().pageOf("jonatan");
  const { page } = opened;
  await page.goto("/");
  const jonatan: Traveller = { hand: mouse(page), page, lang: "sv", pack };
  await receiveReport(
    jonatan,
    family,
    {
      common: "Skolan berättar att barnen är ensamma på kvällarna.",
      onlyChild: "Lova har blåmärken på armen.",
      answers: {
        kind: "report",
        arrivedAt: "2026-03-02T07:45",
        channel: "phone",
        readBack: true,
        reporterKind: "neighbour-private",
        reporterClass: "private",
        reporterName: "Kanariefågel Hemligsson",
        reporterContact: "070-999 88 77",
        reporterShielded: true,
        shieldBasis: "Rädd för pappan.",
        familyKnows: false,
        reasons: ["supervision", "basic-care"],
        mainReason: "supervision",
        concerns: "guardian",
        violence: ["none"],
      },
      protection: {
        assessedAt: "2026-03-02T07:50",
        outcome: "no-immediate-need",
        reasons: "Lova är trygg hos mormor i kväll.",
      },
    },
    true,
  );
  await page.screenshot({ path: "e2e/screenshots/tmp.png", fullPage: true });
  console.log(opened.watch.faults);
  expect(1).toBe(1);
});
