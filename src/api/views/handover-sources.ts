import type { FieldClass } from "../../access/policy-types.ts";
import type { Words } from "../../contract/shapes.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { labelOf } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { EventView } from "../../store/views/read-akt.ts";

/** What the parts of a handover are made from. */
export interface HandoverSources {
  readonly pack: Pack;
  readonly classes: readonly FieldClass[];
  /** Of the one matter, newest first. */
  readonly events: readonly EventView[];
  readonly child: Uuid;
  /** Everybody of the akt as the reader may name them. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a handover quotes from; notes and everything else of the log stay unread. */
export const HANDOVER_TYPES = [
  "report.received",
  "application.received",
  "investigation.opened",
  "talk.signed",
  "act.recorded",
  "plan.made",
  "plan.revised",
  "matter.handed-over",
  "letter.sent",
];

/** A code in both languages. */
export function codeWords({ pack }: HandoverSources, list: string, code: string): Words {
  return { id: code, sv: labelOf(pack, list, code, "sv"), en: labelOf(pack, list, code, "en") };
}
