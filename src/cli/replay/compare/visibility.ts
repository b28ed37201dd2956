import { audienceOf } from "../../../domain/audience.ts";
import { copyFor } from "../../../domain/copy.ts";
import type { Answers } from "../../../domain/event.ts";
import { columnsOf, isSelectable } from "../../../followup/columns.ts";
import { findVariable } from "../../../spec/lookup.ts";
import type { ExpectedVisibility } from "../case-file.ts";
import type { Known } from "../known.ts";
import type { AktAction } from "../mapping/mapping.ts";
import type { Tally } from "./tally.ts";

const STATISTICS = "statistics-export";

/**
 * Checks what can be checked of who may see what: a canary in no copy of a decision basis made for the
 * viewer, a document that a copy is made of, and what never leaves in statistics. Letters, files out and
 * the calendar are not made yet, so nothing can be said of them.
 */
export function compareVisibility(known: Known, tally: Tally): void {
  known.plan.file.expected.visibility.forEach((expected, index) => {
    const path = `/expected/visibility/${index}`;
    if (expected.viewer === STATISTICS) compareStatistics(known, expected, path, tally);
    else if (expected.canary !== undefined && !expected.may) {
      compareCanary(known, expected, expected.canary, path, tally);
    } else if (expected.may && expected.item.kind === "document") {
      compareDocument(known, expected, path, tally);
    } else {
      tally.leave(
        path,
        `${expected.item.kind}: who may see it is not asked outside the server yet`,
      );
    }
  });
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
  const copies = copiesFor(known, expected.viewer);
  if (copies.length === 0) {
    tally.leave(path, "no copy of a document is made for the viewer");
    return;
  }
  const told = copies.filter(({ copy }) => JSON.stringify(copy).includes(canary));
  if (told.length > 0) {
    const actual = told.map(({ event }) => event).join(", ");
    tally.differ([{ path, expected: "in no copy", actual }]);
    return;
  }
  tally.agree();
  tally.leave(path, "letters, files out, calendar and pages were not searched");
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

/** Every decision basis of the case as the viewer, a party of the matter, may have it. */
function copiesFor(
  known: Known,
  viewer: string,
): readonly { readonly event: string; readonly copy: Answers }[] {
  const { ids } = known.world;
  const person = ids.person(viewer);
  const { file, events } = known.plan;
  return events.flatMap(({ placed, actions }) =>
    actions.filter(isBasis).flatMap(({ matter, content }) => {
      const child = file.matters.find(({ key }) => key === matter)?.child ?? "";
      const guardians = known.guardiansEver(child).toSorted();
      if (viewer !== child && !guardians.includes(person)) return [];
      const audience = audienceOf(person, ids.person(child), guardians);
      const shielded = isShielded(known, matter);
      const { content: copy } = copyFor(content, { kind: "party", person, audience }, shielded);
      return [{ event: placed.event.id, copy }];
    }),
  );
}

function isBasis(action: { readonly on: string }): action is AktAction & { content: Answers } {
  return action.on === "akt" && "content" in action && action.content !== undefined;
}

function isShielded(known: Known, matter: string): boolean {
  const place = known.played.akts.get(matter);
  const state = place && known.akts.get(place.akt)?.matters[place.matter];
  return state?.reports.some((report) => report.shielded) === true;
}
