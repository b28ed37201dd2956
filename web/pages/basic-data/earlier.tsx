import type { Answers } from "../../../src/domain/event.ts";
import type { Pack } from "../../../src/spec/types.ts";
import { AnswersView } from "../../spec/answers-view.tsx";
import { codeLabel, documentOf, useSay } from "../../spec/use-pack.ts";
import { basicDataText } from "../../text/basic-data.ts";
import { fullDay } from "../../text/dates.ts";
import { useLang, useText } from "../../text/text.ts";
import type { PersonAnswer } from "./change-form.tsx";

const nobody: ReadonlyMap<string, string> = new Map();
/** Said to be protected, and never in which way. */
const untold: readonly string[] = [
  "protectionLevel",
  "protectionProvision",
  "protectionAuthority",
  "protectionDecidedOn",
  "protectionUntil",
  "protectionStaff",
];

/** What held before, field by field, with its day, its source and when it was recorded. */
export function Earlier({ pack, data }: { readonly pack: Pack; readonly data: PersonAnswer }) {
  const t = useText(basicDataText);
  const { lang } = useLang();
  const say = useSay();
  const document = documentOf(pack, "basic-data");
  const fields = Object.entries(data.history).filter(([id]) => !untold.includes(id));
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby="basic-data-earlier">
      <h2 id="basic-data-earlier">{t("earlier")}</h2>
      {fields.map(([id, values]) => (
        <ol key={id} className="earlier-values">
          {values.map(({ value, validFrom, source, recordedOn }, at) => {
            const answers: Answers = { [id]: value };
            const told = [
              t("since", { from: fullDay(validFrom, lang) }),
              ...(source === null
                ? []
                : [
                    t("earlierSource", {
                      source: say(codeLabel(pack, "basic-data-source", source)),
                    }),
                  ]),
              ...(recordedOn === null ? [] : [t("recorded", { day: fullDay(recordedOn, lang) })]),
            ];
            return (
              <li key={`${validFrom} ${at}`}>
                <AnswersView pack={pack} document={document} answers={answers} names={nobody} />
                <p className="quiet small">{told.join(", ")}</p>
              </li>
            );
          })}
        </ol>
      ))}
    </section>
  );
}
