import type { Family } from "./family.ts";
import { finishBasis, openBasis, writeBasis, writeInArea } from "./document-page.ts";
import {
  childPage,
  doStep,
  fillStep,
  goToRoom,
  openChild,
  receiveReport,
  takeStep,
  words,
  type Traveller,
} from "./journey.ts";
import * as story from "./story.ts";
import { allocate, readBasis } from "./unit-room.ts";
import type { World } from "./world.ts";

/** Who goes through the chain together. */
export interface Cast {
  readonly world: World;
  readonly worker: Traveller;
  readonly manager: Traveller;
  /** The id of the worker, for lists of staff. */
  readonly workerId: string;
  readonly family: Family;
  /** Whether the matters are written with the later specification, which asks and offers other things. */
  readonly later: boolean;
}

/** Called where there is something to look at. */
export type Look = (who: Traveller, name: string) => Promise<void>;

/** From the search to the protection assessment of both children, and a caseworker for each. */
export async function receive(cast: Cast, look: Look): Promise<void> {
  const { worker, manager, workerId, family } = cast;
  await worker.page.goto("/");
  await receiveReport(worker, family, story.firstReport, true);
  await look(worker, "received");
  await allocate(manager, family.child, workerId);
  await look(manager, "unit");
  await allocate(manager, family.sibling, workerId);
  await goToRoom(worker, "myDay");
  await look(worker, "my-day");
  const row = worker.page.locator("li.clock-row").filter({ hasText: family.sibling.name });
  await worker.hand.press(row.locator("a.clock-verb").first());
  await childPage(worker);
  await doStep(worker, "protection.assess", "protection-assessment", story.siblingProtection);
}

/** The preliminary assessment, and what it leads to for each child. */
export async function assess(cast: Cast, look: Look): Promise<void> {
  const { world, worker, manager, workerId, family } = cast;
  await world.setDay("2026-03-05");
  await openChild(worker, family.child.name, family.child.name);
  await look(worker, "child-received");
  await doStep(worker, "preliminary.note", "preliminary-assessment", story.preliminaryNote(family));
  await world.setDay("2026-03-09");
  await openChild(manager, family.child.name, family.child.name);
  await doStep(manager, "investigation.open", "opening-decision", story.openingReasons, {
    before: () => manager.hand.pick(manager.page.locator("#staff-investigator"), workerId),
  });
  await openChild(manager, family.sibling.name, family.sibling.name);
  await doStep(manager, "investigation.not-open", "opening-decision", story.notOpening, {
    reasons: "Mormodern har berättat hur Vilmer har det.",
  });
}

/** A new report joins the investigation; informing, a talk, a note. */
export async function investigate(cast: Cast, look: Look): Promise<void> {
  const { world, worker, family, later } = cast;
  await world.setDay("2026-03-16");
  await receiveReport(worker, family, story.secondReport(later), false);
  const open = words(worker, "intake", "open", { name: family.child.name });
  await worker.hand.press(worker.page.getByRole("link", { name: open }));
  await childPage(worker);
  await doStep(worker, "report.link", "opening-decision", story.linkReasons);
  await doStep(worker, "party.inform", "party-information", story.informing(family));
  await doStep(worker, "talk.sign", "talk", story.talk(family));
  await doStep(worker, "note.sign", "note", story.note);
  await look(worker, "child-investigated");
}

/** The decision basis: written, fixed, read by the manager, given to the parties, answered, made final. */
export async function writeAndSign(cast: Cast, look: Look): Promise<void> {
  const { world, worker, manager, family, later } = cast;
  await world.setDay("2026-05-04");
  await openChild(worker, family.child.number, family.child.name);
  await openBasis(worker);
  await look(worker, "basis-empty");
  await writeInArea(worker, "BU2", "statements", {
    kind: "other-informant",
    text: "Läraren berättar att Lova ofta saknas på måndagar.",
    sourceText: "Mentorn",
    sourceKind: "school",
    sourceOn: "2026-03-20",
  });
  await writeInArea(worker, "BU3", "statements", {
    kind: "other-informant",
    text: "På kvällarna hörs det att någon skriker.",
    sourceText: story.canary.name,
    sourceKind: "reporter",
    hiddenFrom: [family.father.name],
  });
  await writeInArea(worker, "BU2", "factors", {
    kind: "protective",
    factor: "bu2-likes-school",
    evidence: "Samtalet med Lova",
  });
  await writeBasis(worker, story.basis(family, later));
  await look(worker, "basis-written");
  await finishBasis(worker, words(worker, "act", "fix"));
  await readBasis(manager, family.child, "Det är bäst för Lova att familjen får stöd nu.");
  await doStep(worker, "basis.communicate", "basis-communication", story.communication(family));
  await world.setDay("2026-05-12");
  await worker.page.reload();
  for (const party of [family.mother, family.father]) {
    await doStep(worker, "party.answer", "party-answer", {
      party: [party.name],
      position: "agrees",
      text: "Det stämmer.",
    });
  }
  await world.setDay("2026-05-20");
  await openBasis(worker);
  await finishBasis(worker, words(worker, "act", "finalise"));
}

/** The decision by one who may, the end of the investigation and of the matter, with or without a follow-up. */
export async function decideAndClose(cast: Cast, ending: story.Ending, look: Look): Promise<void> {
  const { world, worker, manager, family } = cast;
  await openChild(manager, family.child.name, family.child.name);
  await takeStep(manager, "decision.make");
  await look(manager, "decision");
  await fillStep(manager, "decision", story.decision(family, ending));
  await childPage(manager);
  await worker.page.reload();
  await doStep(worker, "investigation.close", "closing", story.closing(ending));
  await doStep(worker, "decision.notify", "decision-notice", story.notice(family));
  await look(worker, "child-decided");
  if (ending === "follow-up-23") {
    await manager.page.reload();
    await doStep(manager, "follow-up-23.decide", "follow-up-decision", story.followUpDecision);
    await world.setDay("2026-06-15");
    await worker.page.reload();
    const contact = story.followUpContact(family);
    await doStep(worker, "follow-up-23.contact", "follow-up-contact", contact);
    await doStep(worker, "follow-up-23.end", "follow-up-end", story.followUpEnd);
  }
  // A measure that has been granted still runs: to close the matter before it has ended takes a reason.
  const more = ending === "measure" ? { reasons: "Insatsen följs i ett eget ärende." } : {};
  await doStep(worker, "matter.close", "matter-closing", { reason: "Klart." }, more);
}
