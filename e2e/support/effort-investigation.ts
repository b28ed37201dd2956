import { readMe } from "../../src/contract/session/read-me.ts";
import { finishBasis, openBasis, writeBasis } from "./document-page.ts";
import type { Family } from "./family.ts";
import { doStep, openChild, words, type Traveller } from "./journey.ts";
import { allocated, investigated, reported } from "./matters.ts";
import type { GivenAnswers } from "./form.ts";
import { readBasis } from "./unit-room.ts";
import type { World } from "./world.ts";

/** An investigation that has been opened and allocated, so that only the investigation itself is counted. */
export async function openedInvestigation(world: World, family: Family): Promise<void> {
  const worker = await world.apiOf("jonatan");
  const manager = await world.apiOf("carina");
  const { staff, unit } = await worker.call(readMe);
  const place = await reported(worker, family.child.id);
  await allocated(manager, place, staff, unit?.id ?? "");
  await investigated(manager, place, staff);
}

/** What an investigation with one open measure asks when nothing is answered that nobody needs. */
export async function investigateWithMeasure(
  world: World,
  worker: Traveller,
  manager: Traveller,
  family: Family,
): Promise<void> {
  const { child, mother, father } = family;
  await world.setDay("2026-03-16");
  await openChild(worker, child.name, child.name);
  const informed = { who: [child.name, mother.name, father.name], childInformed: "oral" };
  await doStep(worker, "party.inform", "party-information", informed);
  const talk = { withPersons: [child.name], alone: true, summary: "Om kvällarna." };
  await doStep(worker, "talk.sign", "talk", talk);
  await world.setDay("2026-05-04");
  await worker.page.reload();
  await openBasis(worker);
  await writeBasis(worker, basis(family));
  await finishBasis(worker, words(worker, "act", "fix"));
  await readBasis(manager, child, basisBest);
  await doStep(worker, "basis.communicate", "basis-communication", {
    to: [mother.name, father.name],
    answerBy: "2026-05-18",
  });
  for (const party of [mother, father]) {
    const answer = { party: [party.name], position: "agrees", text: "Det stämmer." };
    await doStep(worker, "party.answer", "party-answer", answer);
  }
  await world.setDay("2026-05-20");
  await openBasis(worker);
  await finishBasis(worker, words(worker, "act", "finalise"));
  await openChild(manager, child.name, child.name);
  await doStep(manager, "decision.make", "decision", decision(family));
  await worker.page.reload();
  const closing = { result: "granted", reason: "Se beslutet." };
  await doStep(worker, "investigation.close", "closing", closing);
  const notice = { to: [mother.name, father.name], receivedOn: "2026-05-20", appealInfo: true };
  await doStep(worker, "decision.notify", "decision-notice", notice);
}

const basisBest = "Det är bäst för barnet att familjen får stöd nu.";
const need = "Lugn hemma på kvällarna";

function basis({ mother, father }: Family): GivenAnswers {
  return {
    matterSummary: "Frånvaron från skolan.",
    procedure: "Samtal med barnet, vårdnadshavarna och skolan.",
    childView: "Barnet vill att det ska bli lugnare.",
    guardianViews: [
      { guardian: mother.name, text: "Vill ha stöd." },
      { guardian: father.name, text: "Går med på det." },
    ],
    exposure: "no",
    weighing: "Skyddande: mormodern. Risk: frånvaron.",
    consequences: "Frånvaron ökar.",
    centralNeeds: [{ area: "BU3", words: need }],
    bestInterests: basisBest,
    measureNeed: "with-assessment",
    conclusions: "Familjen behöver stöd.",
    goals: [{ need, words: "Det är lugnt hemma på kvällarna" }],
    proposal: "Familjen beviljas familjebehandling.",
  };
}

function decision({ mother, father }: Family): GivenAnswers {
  return {
    type: "open-measure",
    wording: "Familjen beviljas familjebehandling i öppenvård.",
    legalBasis: ["sol25-11-1"],
    favourable: true,
    measureTypes: ["family-treatment"],
    reasons: "Familjen behöver stöd för att det ska bli lugnt hemma.",
    bestInterests: "Stöd i hemmet är bäst.",
    childsView: "Barnet vill att det ska bli lugnare.",
    guardianPositions: [
      { guardian: mother.name, position: "consents" },
      { guardian: father.name, position: "consents" },
    ],
  };
}
