import type { chronology, chronologyEntry } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay } from "../../text/dates.ts";
import { recordText } from "../../text/record.ts";
import { useLang, useText } from "../../text/text.ts";

const words = { corrected: "correctedBy", undone: "undoneBy", moved: "movedBy" } as const;

/** That a line was corrected, undone or moved away: when, by whom and, where it was moved, why. */
export function Mark({ mark }: { readonly mark: AnswerOf<typeof chronologyEntry>["mark"] }) {
  const t = useText(recordText);
  const { lang } = useLang();
  if (mark === null) return null;
  return (
    <p className="mark">
      <strong>{t(words[mark.kind], { day: fullDay(mark.on, lang), by: mark.by })}</strong>
      {mark.reason === null || mark.reason === "" ? null : <span lang="sv">: {mark.reason}</span>}
    </p>
  );
}

/** That a line stood in another akt first. */
export function OriginMark({
  origin,
}: {
  readonly origin: AnswerOf<typeof chronology>["lines"][number]["origin"];
}) {
  const t = useText(recordText);
  const { lang } = useLang();
  if (origin === null) return null;
  return (
    <p className="mark">
      <strong>{t("movedHere", { day: fullDay(origin.on, lang), by: origin.by })}</strong>
    </p>
  );
}
