import type { MatterState } from "../../domain/akt-state.ts";
import type { EnclosureKind } from "../../domain/letters/enclosures.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { capital, dayInWords, say } from "../print-texts.ts";

/** An enclosure in the words of the letter: what it is and its day. Who sent it is nothing for a recipient. */
export function enclosureLabel(
  kind: EnclosureKind,
  item: Uuid,
  matter: MatterState,
  pack: Pack,
): string {
  if (kind === "basis") return say("letter.enclosure.basis");
  if (kind === "decision") {
    const made = matter.decisions.find(({ decision }) => decision === item);
    return say("letter.enclosure.decision", { day: made === undefined ? "" : dayInWords(made.on) });
  }
  const received = matter.received?.find(({ document }) => document === item);
  if (received === undefined) return say("received.copy.title");
  const label = findCode(pack, "received-kind", received.kind ?? "")?.label.sv;
  const what = capital(label ?? say("received.copy.title"));
  return say("letter.enclosure.received", { what, day: dayInWords(received.on) });
}
