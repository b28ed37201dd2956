import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { Catalogue, CatalogueVariable } from "../../../api/queries.ts";
import { paths } from "../../../paths.ts";
import { catalogueText } from "../../../text/catalogue.ts";
import { fullDay } from "../../../text/dates.ts";
import { useLang, useText } from "../../../text/text.ts";
import { useOf, wholeOf } from "./matching.ts";

interface VariableEntryProps {
  readonly variable: CatalogueVariable;
  readonly catalogue: Catalogue;
  /** The address asks for this one. */
  readonly opened: boolean;
}

/** One variable: its name and how often it is answered; opened, everything that is known of it. */
export function VariableEntry({ variable, catalogue, opened }: VariableEntryProps): ReactNode {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const entry = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (opened) entry.current?.scrollIntoView({ block: "start" });
  }, [opened]);
  const area = catalogue.areas.find(({ id }) => id === variable.area);
  return (
    <details ref={entry} className="variable" open={opened}>
      <summary>
        <span className="variable-name">{variable.label[lang]}</span>{" "}
        <span className="variable-id">{variable.id}</span>{" "}
        <span className="variable-area">{area?.label[lang]}</span>{" "}
        <span className="variable-fill">
          <FillWords variable={variable} />
        </span>
      </summary>
      <dl className="variable-known">
        <Known term={t("definition")}>{variable.definition[lang]}</Known>
        {variable.guidance === null ? null : (
          <Known term={t("guidance")}>{variable.guidance[lang]}</Known>
        )}
        {variable.difficulty === null ? null : (
          <Known term={t("difficulty")}>{variable.difficulty[lang]}</Known>
        )}
        <Known term={t("values")}>
          <Values variable={variable} />
        </Known>
        <Known term={t("counted")}>
          {catalogue.grains.find(({ id }) => id === variable.grain)?.label[lang] ?? t("everyRow")}
        </Known>
        <Known term={t("status")}>
          {catalogue.statuses.find(({ id }) => id === variable.status)?.label[lang]}.{" "}
          {variable.source[lang]}
        </Known>
        <Known term={t("use")}>
          <UseWords variable={variable} catalogue={catalogue} />
        </Known>
      </dl>
      {variable.fill === null ? null : (
        <p className="no-print">
          <Link {...paths.question({ rows: variable.id })}>
            {t("ask")}
            <span className="visually-hidden"> {variable.label[lang]}</span>
          </Link>
        </p>
      )}
    </details>
  );
}

function Known({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FillWords({ variable: { fill, available } }: Pick<VariableEntryProps, "variable">) {
  const t = useText(catalogueText);
  if (!available) return t("use-later");
  if (fill === null || fill.n === 0) return t("fillNone");
  return t("fill", { percent: Math.round((fill.filled / fill.n) * 100), n: fill.n });
}

/** The answers that can be given, in their order; of other kinds what they are. */
function Values({ variable }: Pick<VariableEntryProps, "variable">) {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const { codes, type } = variable;
  if (codes.length === 0) return t(type === "date" || type === "datetime" ? "aDay" : "aNumber");
  return (
    <>
      {type === "codes" ? <p className="quiet small">{t("several")}</p> : null}
      <ul className="variable-values">
        {codes.map((code) => (
          <li key={code.id}>{code.label[lang]}</li>
        ))}
      </ul>
    </>
  );
}

/** Since when it is asked for, and who switched it on. */
function UseWords({ variable, catalogue }: Pick<VariableEntryProps, "variable" | "catalogue">) {
  const t = useText(catalogueText);
  const { lang } = useLang();
  const use = useOf(variable, catalogue);
  const since = catalogue.switchedOn.find(({ id }) => id === wholeOf(variable.id));
  const words =
    use === "on-request" && since !== undefined
      ? t("onSince", { day: fullDay(since.on, lang), name: since.by })
      : t(`words-${use}`);
  return (
    <>
      {words}
      {variable.derived ? ` ${t("derived")}` : ""}
    </>
  );
}
