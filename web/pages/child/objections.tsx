import type { chronologyEntry } from "../../../src/contract/views/chronology.ts";
import type { AnswerOf } from "../../api/client.ts";
import { fullDay } from "../../text/dates.ts";
import { recordText } from "../../text/record.ts";
import { useLang, useText } from "../../text/text.ts";

type Shown = AnswerOf<typeof chronologyEntry>["objections"];

/** What somebody finds is wrong, beside the text it is about; the text stays as it is. */
export function Objections({ objections }: { readonly objections: Shown }) {
  const t = useText(recordText);
  const { lang } = useLang();
  if (objections.length === 0) return null;
  return (
    <section aria-label={t("objections")}>
      <h3>{t("objections")}</h3>
      {objections.map((each) => (
        <div key={each.objection} className="objection">
          <p className="quiet small">
            {t(each.item === null ? "objectedBy" : "objectedToPassage", {
              by: each.by,
              day: fullDay(each.on, lang),
            })}
          </p>
          {each.text === null ? null : (
            <p className="prose" lang="sv">
              {each.text}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
