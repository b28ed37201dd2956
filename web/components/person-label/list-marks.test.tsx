import { expect, test } from "vitest";
import { samplePerson } from "../../pages/examples/sample.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { clashesOf, ListMarks } from "./list-marks.tsx";
import { PersonLabel } from "./person-label.tsx";

const one = samplePerson(1);
const same = { ...samplePerson(2), stripe: one.stripe };
const other = samplePerson(3);

test("two children with the same mark in a list are told apart, however it is sorted", () => {
  const numbers = [
    [one.person, 1],
    [same.person, 2],
  ];
  expect([...clashesOf([one, same, other, one])]).toEqual(numbers);
  expect([...clashesOf([other, same, one])]).toEqual(numbers);
  expect([...clashesOf([one, one, other])]).toEqual([]);
});

test("the number stands at the mark, and only where it is needed", async () => {
  const list = (persons: readonly (typeof one)[]) =>
    renderPage(
      <ListMarks persons={persons}>
        {persons.map((person) => (
          <PersonLabel key={person.person} person={person} />
        ))}
      </ListMarks>,
    );
  expect(wordsOf(await list([one, other]))).not.toMatch(/^1/u);
  expect((await list([one, same])).match(/class="mark-number"/gu)).toHaveLength(2);
});
