import type { chronologyEntry } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { findPassage, type Passage } from "../../spec/passages.ts";
import { fullDay } from "../../text/dates.ts";
import { recordText } from "../../text/record.ts";
import { useLang, useText } from "../../text/text.ts";

type Shown = AnswerOf<typeof chronologyEntry>["objections"];

const noPassages: readonly Passage[] = [];

/** What somebody finds is wrong with the whole, and what is about a part that is not shown; the text stays as it is. */
export function Objections({
  objections,
  passages = noPassages,
}: {
  readonly objections: Shown;
  /** The parts of the text they are about, to tell which. */
  readonly passages?: readonly Passage[];
}) {
  const t = useText(recordText);
  if (objections.length === 0) return null;
  return (
    <section aria-label={t("objections")}>
      <h3>{t("objections")}</h3>
      {objections.map((each) => (
        <Objection key={each.objection} objection={each} passage={findPassage(passages, each)} />
      ))}
    </section>
  );
}

/** One objection: who, when, to what, in their words. */
export function Objection({
  objection,
  passage,
}: {
  readonly objection: Shown[number];
  readonly passage?: Passage | undefined;
}) {
  const t = useText(recordText);
  const { lang } = useLang();
  const whole = objection.item === null && objection.field === null;
  return (
    <div className="objection">
      <p className="quiet small">
        {t(whole ? "objectedBy" : "objectedToPassage", {
          by: lang === "en" ? objection.byEn : objection.by,
          day: fullDay(objection.on, lang),
        })}
      </p>
      {passage === undefined ? null : (
        <blockquote className="passage" lang="sv">
          {passage.text}
        </blockquote>
      )}
      {objection.text === null ? null : (
        <p className="prose" lang="sv">
          {objection.text}
        </p>
      )}
    </div>
  );
}
