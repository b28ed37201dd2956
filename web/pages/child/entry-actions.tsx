import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { chronologyEntry } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { childQuery } from "../../api/queries.ts";
import { recordText } from "../../text/record.ts";
import { useText } from "../../text/text.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { MoveForm } from "./move-form.tsx";
import { ObjectionForm } from "./objection-form.tsx";
import { SealedText } from "./sealed-text.tsx";
import { UndoButton } from "./undo-button.tsx";

export interface EntryActionProps {
  readonly akt: string;
  readonly matter: string;
  readonly entry: AnswerOf<typeof chronologyEntry>;
  readonly names: ReadonlyMap<string, string>;
  /** The action is done, or left. */
  readonly onDone: () => void;
}

type Action = "objection" | "correction" | "move";

/** What can be done about something that is recorded. Nothing here changes what was written. */
export function EntryActions({
  akt,
  entry,
  names,
}: Pick<EntryActionProps, "akt" | "entry" | "names">) {
  const t = useText(recordText);
  const [open, setOpen] = useState<Action>();
  const writes = useQuery(childQuery(akt)).data?.may.includes("akt.write") === true;
  if (entry.matter === null) return null;
  const props = { akt, matter: entry.matter, entry, names, onDone: () => setOpen(undefined) };
  if (open === "objection") return <ObjectionForm {...props} />;
  if (open === "correction") return <CorrectionForm {...props} />;
  if (open === "move") return <MoveForm {...props} />;
  if (entry.mark?.kind === "moved") {
    return entry.may.readSealed ? <SealedText akt={akt} seq={entry.seq} names={names} /> : null;
  }
  return (
    <div className="row no-print">
      {writes ? (
        <button type="button" onClick={() => setOpen("objection")}>
          {t("noteObjection")}
        </button>
      ) : null}
      {entry.may.correct ? (
        <button type="button" onClick={() => setOpen("correction")}>
          {t("correct")}
        </button>
      ) : null}
      {entry.may.move ? (
        <button type="button" onClick={() => setOpen("move")}>
          {t("move")}
        </button>
      ) : null}
      {entry.may.undo ? <UndoButton akt={akt} matter={entry.matter} entry={entry.seq} /> : null}
    </div>
  );
}
