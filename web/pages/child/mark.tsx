import type { chronologyEntry } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay } from "../../text/dates.ts";
import { recordText } from "../../text/record.ts";
import { useLang, useText } from "../../text/text.ts";

/** That a line was corrected or undone: when, and by whom. */
export function Mark({ mark }: { readonly mark: AnswerOf<typeof chronologyEntry>["mark"] }) {
  const t = useText(recordText);
  const { lang } = useLang();
  if (mark === null) return null;
  const words = mark.kind === "corrected" ? "correctedBy" : "undoneBy";
  return (
    <p className="mark">
      <strong>{t(words, { day: fullDay(mark.on, lang), by: mark.by })}</strong>
    </p>
  );
}
