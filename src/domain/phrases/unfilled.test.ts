import { expect, test } from "vitest";
import { unfilledProblems } from "./unfilled.ts";

const at = (document: string | undefined, answers: Parameters<typeof unfilledProblems>[1]) =>
  unfilledProblems(document, answers, "/data").map(({ id, pointer }) => `${id} ${pointer}`);

test("what a phrase left to be filled in is told by its place, in lists too", () => {
  const answers = {
    summary: "Jag talade med ‹vem›.",
    place: "Hemma",
    alone: true,
    withPersons: ["‹a›"],
    goals: [
      { id: "1", text: "Klart." },
      { id: "2", text: "Senast ‹dag›." },
    ],
  };
  expect(at("talk", answers)).toEqual([
    "answer.to-fill-in /data/summary",
    "answer.to-fill-in /data/goals/1/text",
  ]);
});

test("what others wrote is taken as it is", () => {
  const answers = { text: "De kallar henne ‹lilla›." };
  expect(
    ["report", "application", "received-document", undefined].flatMap((document) =>
      at(document, answers),
    ),
  ).toEqual([]);
});
