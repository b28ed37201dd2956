import { Link } from "@tanstack/react-router";
import { paths } from "../../../paths.ts";
import { momentInWords } from "../../../text/dates.ts";
import { followupText } from "../../../text/followup.ts";
import { useLang, useText } from "../../../text/text.ts";
import type { AnswerProps } from "./answer.tsx";
import { CopyButton } from "./copy-button.tsx";

/** The command that answers a question kept in a file. */
const command = "mittpunkt followup table QUERY.json";

/** Definition, version, population and query: every number explains itself. */
export function How({ table, query, catalogue }: AnswerProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const { axes, definition } = table;
  const json = JSON.stringify(query, undefined, 2);
  const asked = [axes.rows, axes.columns, axes.layers].flatMap((axis) => axis ?? []);
  return (
    <details className="how" open>
      <summary>{t("how")}</summary>
      <dl>
        {asked.map((axis, at) => {
          const known = catalogue.variables.find(({ id }) => id === axis.id);
          return (
            <div key={axis.id ?? axis.kind}>
              <dt>
                {t(at === 0 ? "definition" : "definitionOf")}: {axis.label[lang]}
              </dt>
              {axis.definition === null ? null : <dd>{axis.definition[lang]}</dd>}
              {known?.guidance === undefined || known.guidance === null ? null : (
                <dd>{known.guidance[lang]}</dd>
              )}
              {known?.difficulty === undefined || known.difficulty === null ? null : (
                <dd>
                  {t("difficulty")}: {known.difficulty[lang]}
                </dd>
              )}
              {known === undefined ? null : (
                <dd className="quiet">
                  {t("source")}: {known.source[lang]}{" "}
                  <Link className="no-print" {...paths.variables(known.id)}>
                    {t("about")}
                    <span className="visually-hidden"> {known.label[lang]}</span>
                  </Link>
                </dd>
              )}
            </div>
          );
        })}
        <dt>{t("population")}</dt>
        <dd>{definition.population[lang]}</dd>
        <dt>{t("intervalsHow")}</dt>
        <dd>{t("intervalsWords")}</dd>
        <dt>{t("version")}</dt>
        <dd>
          {definition.specVersion} ({definition.specDigest.slice(0, 12)})
        </dd>
        <dt>{t("cutOff")}</dt>
        <dd>{momentInWords(definition.cutOff, lang)}</dd>
        <dt>{t("query")}</dt>
        <dd>
          <pre>{json}</pre>
          <div className="row no-print">
            <CopyButton words={t("copyQuery")} textOf={() => json} />
            <span className="quiet small">
              {t("asCommand")} <code>{command}</code>
            </span>
          </div>
        </dd>
      </dl>
    </details>
  );
}
