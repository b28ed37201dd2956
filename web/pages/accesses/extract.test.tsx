import { expect, test } from "vitest";
import { renderPage } from "../../testing/render-page.tsx";
import { samplePerson } from "../examples/sample.ts";
import { Extract } from "./extract.tsx";

test.each([
  ["2026-11-23", "2025-11-23"],
  // The year before has no 29 February.
  ["2028-02-29", "2027-02-28"],
])("an extract on %s begins on %s", async (today, from) => {
  const akt = "00000000-0000-7000-8000-000000000001";
  const child = { ownCopy: { gets: true, fromAge: 12 }, child: samplePerson(1), parties: [] };
  const html = await renderPage(<Extract akt={akt} today={today} />, {
    known: [[["child", akt], child]],
  });
  expect([...html.matchAll(/value="(\d{4}-\d\d-\d\d)"/gu)].map(([, day]) => day)).toEqual([
    from,
    today,
  ]);
});
