import type { ReactNode } from "react";
import { momentInWords } from "../../../text/dates.ts";
import { overviewText } from "../../../text/overview.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { IndicatorAnswer } from "./bars.tsx";

const digestLength = 12;

/** Definition, population, version, question and a worked example: every number explains itself. */
export function How({ answer }: { readonly answer: IndicatorAnswer }): ReactNode {
  const t = useText(overviewText);
  const { lang } = useLang();
  const { how } = answer;
  const { example } = how;
  return (
    <section className="how-counted">
      <h4>{t("how")}</h4>
      <dl>
        <dt>{t("definition")}</dt>
        <dd>{how.definition[lang]}</dd>
        <dt>{t("population")}</dt>
        <dd>{how.population[lang]}</dd>
        <dt>{t("variables")}</dt>
        <dd>{how.variables.map(({ id, label }) => `${label[lang]} (${id})`).join(", ")}</dd>
        {answer.law === null ? null : (
          <>
            <dt>{t("law")}</dt>
            <dd>
              {answer.law.name[lang]}, {answer.law.section}
            </dd>
          </>
        )}
        <dt>{t("source")}</dt>
        <dd>{how.source[lang]}</dd>
        <dt>{t("example")}</dt>
        <dd>
          <pre>{example.rows}</pre>
          {t("exampleAnswer", { yes: example.yes, n: example.n, missing: example.missing })}
        </dd>
        <dt>{t("version")}</dt>
        <dd>
          {t("versionOf", { version: how.version, spec: how.specDigest.slice(0, digestLength) })}
        </dd>
        <dt>{t("cutOff")}</dt>
        <dd>{momentInWords(how.cutOff, lang)}</dd>
        <dt>{t("query")}</dt>
        <dd>
          <pre>{JSON.stringify(how.query)}</pre>
        </dd>
      </dl>
    </section>
  );
}
