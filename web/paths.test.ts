import { expect, test } from "vitest";
import type { Pack } from "../src/spec/types.ts";
import { draftPath, pathOfHref, paths, stepPath } from "./paths.ts";

const akt = "0198b0a0-0000-7000-8000-000000000001";
const matter = "0198b0a0-0000-7000-8000-000000000002";

test("an address of the server becomes a typed route", () => {
  expect(pathOfHref(`/child/${akt}`, akt)).toEqual(paths.child(akt));
  expect(pathOfHref(`/child/${akt}/${matter}/act/talk.sign`, akt)).toEqual(
    paths.act(akt, matter, "talk.sign"),
  );
  expect(pathOfHref(`/child/${akt}/${matter}/document/decision-basis`, akt)).toEqual(
    paths.document(akt, matter, "decision-basis"),
  );
});

test("an address that is none of ours leads to the child's page and nowhere else", () => {
  expect(pathOfHref("https://example.org/child", akt)).toEqual(paths.child(akt));
  expect(pathOfHref("/unit", akt)).toEqual(paths.child(akt));
});

test("an act on one of several things names it by its id", () => {
  expect(stepPath(akt, matter, "measure.start", akt)).toMatchObject({ search: { about: akt } });
  const acts = [{ id: "measure.end", document: "measure-end" }];
  const pack = { process: { acts } } as unknown as Pack;
  expect(draftPath(pack, akt, matter, { document: "measure-end", item: akt })).toEqual(
    paths.act(akt, matter, "measure.end", akt),
  );
});

test("fixing and signing the basis happen in the document, other steps in their form", () => {
  expect(stepPath(akt, matter, "basis.sign")).toEqual(
    paths.document(akt, matter, "decision-basis"),
  );
  expect(stepPath(akt, matter, "decision.make")).toEqual(paths.act(akt, matter, "decision.make"));
});
