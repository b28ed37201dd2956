import { columnsOf, isSelectable } from "../../../followup/columns.ts";
import { parsePlainDate } from "../../../kernel/plain-date.ts";
import { findVariable } from "../../../spec/lookup.ts";
import type { CaseStaff, ExpectedVisibility } from "../case-file.ts";
import type { Known } from "../known.ts";
import { reasonOfKind } from "../mapping/kinds.ts";
import type { Tally } from "./tally.ts";
import { copiesFor, isRecipient, mattersOf, mayReadText } from "./viewers.ts";

const STATISTICS = "statistics-export";

/**
 * Checks who may see what: a canary in no copy of a decision basis and in no letter that could be made for the
 * viewer, a document that a copy is made of, nothing made for somebody who is no party, a whole matter that may be
 * handed out, what the policy lets the staff read, and what never leaves in statistics. Persons of a case have no
 * account, and there is no calendar and no file out: copies and letters are all that reaches them.
 */
export function compareVisibility(known: Known, tally: Tally): void {
  const { file } = known.plan;
  file.expected.visibility.forEach((expected, index) => {
    const path = `/expected/visibility/${index}`;
    const staff = file.staff.find(({ key }) => key === expected.viewer);
    if (expected.viewer === STATISTICS) compareStatistics(known, expected, path, tally);
    else if (staff !== undefined) compareStaff(known, expected, staff, path, tally);
    else if (file.persons.every(({ key }) => key !== expected.viewer)) {
      tally.leave(path, `the case has no person ${expected.viewer}`);
    } else if (expected.canary !== undefined && !expected.may) {
      compareCanary(known, expected, expected.canary, path, tally);
    } else if (expected.may && expected.item.kind === "document") {
      compareDocument(known, expected, path, tally);
    } else if (!expected.may) compareOutsider(known, expected, path, tally);
    else if (known.played.handedOut.has(index)) {
      if (known.played.handedOut.get(index) === true) tally.agree();
      else tally.differ([{ path, expected: "may have the whole matter", actual: "refused" }]);
    } else tally.leave(path, whyNotSeen(known, expected));
  });
}

/** Why it cannot be compared that a person may see something. */
function whyNotSeen(known: Known, { item }: ExpectedVisibility): string {
  const planned = known.plan.events.find(({ placed }) => placed.event.id === item.ref);
  if (planned?.covered === false) return reasonOfKind(planned.placed.event.kind);
  return `${item.kind}: no copy of it is made yet`;
}

/** Whether somebody of the staff may read what is written at an event, by the policy as the case stands. */
function compareStaff(
  known: Known,
  expected: ExpectedVisibility,
  staff: CaseStaff,
  path: string,
  tally: Tally,
): void {
  const matters = mattersOf(known, expected) ?? [];
  const read = matters.map((matter) => mayReadText(known, staff, matter));
  if (read.length === 0 || read.includes(undefined)) {
    tally.leave(path, `${expected.item.kind}: it is not in the product`);
  } else if (read.every((seen) => seen === expected.may)) tally.agree();
  else {
    const actual = expected.may ? "refused by the policy" : "allowed by the policy";
    tally.differ([{ path, expected: expected.may ? "may read" : "may not read", actual }]);
  }
}

/**
 * What somebody must not see: agrees where nothing is made for the person in the matters then, else where no
 * copy made for the person holds a text of the event.
 */
function compareOutsider(
  known: Known,
  expected: ExpectedVisibility,
  path: string,
  tally: Tally,
): void {
  const matters = mattersOf(known, expected);
  if (matters === undefined) {
    tally.leave(path, `${expected.item.kind}: it is not in the product`);
    return;
  }
  const event = known.plan.timeline.find(expected.item.ref)?.event;
  const from = expected.from ?? parsePlainDate(event?.occurredAt.slice(0, 10) ?? "");
  const until = expected.to === undefined ? {} : { to: expected.to };
  const inTime = { ...until, from: from ?? known.plan.file.asOf };
  if (isRecipient(known, expected.viewer, matters, inTime)) {
    const texts = Object.values(event?.data ?? {}).filter((each) => typeof each === "string");
    const written = texts.filter((text) => text.includes(" "));
    if (written.length === 0) {
      tally.leave(path, `${expected.item.kind}: no text of it to search for`);
      return;
    }
    const told = written.flatMap((text) =>
      toldIn(known, expected, JSON.stringify(text).slice(1, -1)),
    );
    if (told.length > 0) {
      const actual = told.join(", ");
      tally.differ([{ path, expected: "in no copy and no letter", actual }]);
      return;
    }
  }
  tally.agree();
}

/** The copies and letters for the viewer that hold a text, in the days the case speaks of. */
function toldIn(
  known: Known,
  { viewer, from, to }: ExpectedVisibility,
  text: string,
): readonly string[] {
  const person = known.world.ids.person(viewer);
  const copies = copiesFor(known, viewer).filter(({ copy }) => JSON.stringify(copy).includes(text));
  const letters = known.played.letters.filter(
    (each) =>
      each.person === person &&
      (from === undefined || each.on >= from) &&
      (to === undefined || each.on <= to) &&
      each.text.includes(text),
  );
  return [
    ...copies.map(({ event }) => event),
    ...letters.map(({ letter, on }) => `letter ${letter} of ${on}`),
  ];
}

function compareStatistics(
  known: Known,
  expected: ExpectedVisibility,
  path: string,
  tally: Tally,
): void {
  const { pack } = known.world.store.packs.current(known.world.tenant);
  const columns = columnsOf(pack).filter(({ variable }) => variable.id === expected.ruleId);
  if (findVariable(pack, expected.ruleId) === undefined || expected.may) {
    tally.leave(path, `${expected.ruleId} is no variable that could be left out`);
  } else if (columns.some(isSelectable)) {
    tally.differ([{ path, expected: "never shown", actual: "may be selected" }]);
  } else tally.agree();
}

function compareCanary(
  known: Known,
  expected: ExpectedVisibility,
  canary: string,
  path: string,
  tally: Tally,
): void {
  const told = toldIn(known, expected, canary);
  if (told.length > 0) {
    tally.differ([{ path, expected: "in no copy and no letter", actual: told.join(", ") }]);
    return;
  }
  tally.agree();
}

function compareDocument(
  known: Known,
  expected: ExpectedVisibility,
  path: string,
  tally: Tally,
): void {
  const copy = copiesFor(known, expected.viewer).find(({ event }) => event === expected.item.ref);
  if (copy === undefined) tally.leave(path, "no copy of the document is made for the viewer");
  else if (copy.copy["childView"] === undefined) {
    tally.differ([{ path, expected: "a copy", actual: "a copy without the child's view" }]);
  } else tally.agree();
}
