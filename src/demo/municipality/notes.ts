import { clock, dayText, eventTexts, happens, luck, tellingAt, type Scene } from "./script.ts";
import type { Seat } from "./staff.ts";

/** Who writes in a hurry does so most of the time: by the key of the member of staff. */
const HURRIED_AMONG = 3;
const IN_A_HURRY = 0.55;

/** A note as its writer would put it, sometimes late, corrected or taken back the same day. */
export function writeNote(
  scene: Scene,
  seat: Seat,
  day: number,
  sentences: readonly string[],
  index: number,
): void {
  const { dice } = scene;
  const by = seat.present(day);
  const long = sentences.join(" ");
  const text = isHurried(by) && dice.chance(IN_A_HURRY) ? shortened(scene, long) : long;
  const label = `note-${index}-${day}`;
  const part = dice.integer(0, 2);
  if (luck(scene, "lateNote")) return writeLate(scene, day, by, text);
  happens(scene, day, clock(dice, part), by, "note.sign", {
    label,
    data: { occurredAt: "$now", text },
  });
  if (luck(scene, "undone")) undo(scene, seat, day, label, part);
  else if (luck(scene, "corrected")) correct(scene, seat, day + dice.integer(1, 12), label, long);
}

/** Written down some days after it happened, and it says so. */
function writeLate(scene: Scene, day: number, by: string, text: string): void {
  const { dice } = scene;
  const on = day + dice.integer(3, 18);
  const why = tellingAt(scene, on).one(eventTexts(scene, "lateNote"));
  happens(scene, on, clock(dice, 3), by, "note.sign", {
    data: { occurredAt: `${dayText(day)} 14:10`, text: `${text} ${why}` },
  });
}

/** Taken back by its writer the same day, and written anew. */
function undo(scene: Scene, seat: Seat, day: number, about: string, part: number): void {
  const by = seat.present(day);
  happens(scene, day, clock(scene.dice, part + 1), by, "record.undo", { about });
}

function correct(scene: Scene, seat: Seat, day: number, about: string, text: string): void {
  const told = tellingAt(scene, day);
  happens(scene, day, clock(scene.dice, 2), seat.present(day), "record.correct", {
    about,
    data: {
      correctionReason: told.one(eventTexts(scene, "correctionReason")),
      text: `${text} ${told.one(eventTexts(scene, "corrected"))}`,
    },
  });
}

/** The same person is always one who writes in a hurry, or never. */
function isHurried(key: string): boolean {
  const letters = Array.from({ length: key.length }, (_, at) => key.charCodeAt(at));
  const sum = letters.reduce((total, letter) => total + letter, 0);
  return sum % HURRIED_AMONG === 0;
}

/** Abbreviated as people do who write between two meetings. */
function shortened({ makings }: Scene, text: string): string {
  const { short } = makings.files.words;
  const brief = short.reduce((told, [from, to]) => told.replaceAll(from, to), ` ${text} `).trim();
  return brief.endsWith(".") ? brief.slice(0, -1) : brief;
}
