import type { Uuid } from "../../src/kernel/ids.ts";
import { addDays, type PlainDate } from "../../src/kernel/plain-date.ts";
import type { BatchCommand } from "../../src/store/batch.ts";
import { writeDrafts } from "./akter-to-sign.ts";
import { daysAgo, type BenchWorld } from "./bench-world.ts";
import {
  aktCommandOf,
  investigateCommands,
  newFamily,
  receiveCommand,
  registerCommands,
  type Family,
  type Place,
} from "./families.ts";
import { narrative } from "./words.ts";

/** With what else happened to the child, 5,000 events. */
export const NOTES = 4960;
const WORDS_A_NOTE = 120;
/** Days ago when a report came that led to nothing more, to a measure, and to the investigation that runs. */
const NOT_OPENED = [3600, 3200, 2700, 2200, 1800, 1300];
const DECIDED = 900;
const RUNNING = 60;
const FIRST_NOTE = 3590;
const BORN = 5000;

/** A child known for ten years: eight matters, of which one runs, and 5,000 events. Gives the one that runs. */
export async function makeLongHistory(world: BenchWorld): Promise<Place> {
  const family = newFamily(world);
  await world.batch(registerCommands(world, family, daysAgo(BORN), daysAgo(NOT_OPENED[0] ?? 0)));
  const matters: { readonly from: number; readonly place: Place }[] = [];
  for (const from of NOT_OPENED) {
    const place = await receive(world, family, daysAgo(from));
    await world.batch(notOpenedCommands(world, place, daysAgo(from)));
    matters.push({ from, place });
  }
  const decided = await receive(world, family, daysAgo(DECIDED));
  await decideMatter(world, decided, daysAgo(DECIDED));
  const running = await receive(world, family, daysAgo(RUNNING));
  await world.batch(investigateCommands(world, running, daysAgo(RUNNING)));
  matters.push({ from: DECIDED, place: decided }, { from: RUNNING, place: running });
  await writeNotes(world, matters);
  return running;
}

async function receive(world: BenchWorld, family: Family, on: PlainDate): Promise<Place> {
  const ids = { report: world.store.ids.next(), matter: world.store.ids.next() };
  const [answer] = await world.batch([receiveCommand(world, family, ids, on)]);
  const child = answer !== undefined && "children" in answer ? answer.children[0] : undefined;
  const [member] = world.workers;
  if (child === undefined || member === undefined) throw new Error("The report was not received");
  return { ...child, family, member };
}

function notOpenedCommands(world: BenchWorld, place: Place, on: PlainDate): BatchCommand[] {
  const { random, manager } = world;
  const { report, member } = place;
  return [
    aktCommandOf(world, place, on, "15:00", {
      type: "matter.assign",
      by: manager,
      ids: { worker: member.staff, unit: member.unit },
    }),
    aktCommandOf(world, place, addDays(on, 5), "15:00", {
      type: "preliminary.note",
      ids: { report },
      data: {
        childParticipation: "guardian-present",
        reportMeeting: "held",
        guardiansHeard: [
          { id: world.store.ids.next(), guardian: place.family.guardian, heard: "yes" },
        ],
        text: narrative(random, 80),
      },
    }),
    aktCommandOf(world, place, addDays(on, 9), "15:00", {
      type: "investigation.not-open",
      by: manager,
      ids: { report },
      data: {
        outcome: "not-open",
        decidedAt: `${addDays(on, 9)}T14:00`,
        notOpenReason: "no-measure",
        reason: narrative(random, 40),
        risk: narrative(random, 20),
      },
    }),
    aktCommandOf(world, place, addDays(on, 9), "16:00", {
      type: "matter.close",
      data: { reason: "Utredning inleds inte." },
    }),
  ];
}

/** From report to a measure that was granted. */
async function decideMatter(world: BenchWorld, place: Place, on: PlainDate): Promise<void> {
  await world.batch(investigateCommands(world, place, on));
  const [written] = await writeDrafts(world, [place]);
  if (written === undefined) throw new Error("The draft was not written");
  const { document, draft } = written;
  const { guardian } = place.family;
  const give = (day: number, time: string, command: Parameters<typeof aktCommandOf>[4]) =>
    aktCommandOf(world, place, addDays(on, day), time, command);
  await world.batch([
    give(60, "09:00", { type: "basis.fix", ids: { document }, draft }),
    give(60, "10:00", {
      type: "basis.communicate",
      ids: { document },
      data: { to: [guardian], answerBy: addDays(on, 74) },
    }),
    give(70, "10:00", {
      type: "party.answer",
      data: { party: [guardian], position: "agrees", text: "Ja." },
    }),
    give(75, "09:00", { type: "basis.sign", ids: { document }, draft }),
    give(75, "10:00", decision(world, place, addDays(on, 75))),
    give(75, "11:00", {
      type: "investigation.close",
      data: { result: "granted", reason: "Se beslut." },
    }),
    give(400, "11:00", {
      type: "matter.close",
      data: { reason: "Insatsen är avslutad." },
      reasons: { "E-06": "Insatsen följs i ett eget ärende." },
    }),
  ]);
}

function decision(world: BenchWorld, place: Place, on: PlainDate) {
  const id: Uuid = world.store.ids.next();
  return {
    type: "decision.make",
    by: world.manager,
    ids: { decision: id },
    data: {
      type: "open-measure",
      decidedAt: `${on}T10:00`,
      wording: "Barnet beviljas samtal en gång i veckan.",
      legalBasis: ["sol25-11-1"],
      reasons: narrative(world.random, 60),
      bestInterests: narrative(world.random, 40),
      childsView: narrative(world.random, 20),
      childPosition: "consents",
      favourable: true,
      guardianPositions: [
        { id: world.store.ids.next(), guardian: place.family.guardian, position: "consents" },
      ],
    },
  };
}

/** Notes evenly over the years, each in the matter that was the latest then. */
async function writeNotes(
  world: BenchWorld,
  matters: readonly { readonly from: number; readonly place: Place }[],
): Promise<void> {
  const notes = Array.from({ length: NOTES }, (_, index) => {
    const ago = FIRST_NOTE - Math.floor((index * FIRST_NOTE) / NOTES);
    const current = matters.findLast(({ from }) => from > ago) ?? matters[0];
    if (current === undefined) throw new Error("There is no matter to write in");
    return aktCommandOf(world, current.place, daysAgo(ago), "07:00", {
      type: "note.sign",
      data: { text: narrative(world.random, WORDS_A_NOTE) },
    });
  });
  await world.batch(notes);
}
