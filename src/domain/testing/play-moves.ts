import type { Uuid } from "../../kernel/ids.ts";
import { addDays, plainDate } from "../../kernel/plain-date.ts";
import { assistant, basisContent, type Chain, id, performer, worker } from "./chain.ts";
import { aboutAnEntry, type Move, reasons } from "./moves.ts";

/** The ids of the things a move is about. What is about a line of the record names no document beside it. */
export function idsOf({
  n,
  type,
  by,
}: Pick<Move, "n" | "type" | "by">): Readonly<Record<string, Uuid>> {
  const document = aboutAnEntry.includes(type) ? {} : { document: id(30 + n) };
  const unit = type === "matter.hand-over" ? { unit: id(302) } : {};
  return {
    ...document,
    ...unit,
    report: id(10 + n),
    // A second report of the matter is added to the investigation that runs.
    investigation: id(20 + (n % 2)),
    decision: id(40 + n),
    measure: id(40 + n),
    received: id(50 + n),
    followUp: id(60 + n),
    consent: id(70 + n),
    result: id(80 + n),
    act: id((by === performer ? 460 : 90) + n),
    providerReport: id(460 + n),
    letter: id(400 + n),
    objection: id(410 + n),
    disclosure: id(420 + n),
    staff: type === "access.appoint" ? performer.staff : assistant.staff,
    loan: id(430 + n),
    appointment: id(450 + n),
    bar: id(440 + n),
    worker: worker.staff,
  };
}

/** What came of a move that was tried. */
export type Tried = Move & { readonly outcome: ReturnType<Chain["give"]> };

/** Plays moves in their order, days apart, and shows each to `look` with what came of it. */
export function playMoves(
  chain: Chain,
  tried: readonly Move[],
  look: (tried: Tried, before: string) => void,
): void {
  let day = plainDate("2026-03-02");
  for (const move of tried) {
    const { type, data, by, n, days, back, reasoned } = move;
    day = addDays(day, days);
    const before = JSON.stringify(chain.state);
    const named = aboutAnEntry.includes(type) ? { entry: chain.events.length - back } : {};
    const arrived = "arrivedAt" in data ? { arrivedAt: `${day}T10:00` } : {};
    const outcome = chain.give(type, `${day}T12:00`, {
      by,
      data: { ...data, ...arrived, ...named },
      matter: id(1 + (n % 2)),
      ids: idsOf(move),
      ...(type === "basis.fix" || type === "basis.sign" ? { content: basisContent } : {}),
      ...(reasoned ? { reasons } : {}),
    });
    look({ ...move, outcome }, before);
  }
}
