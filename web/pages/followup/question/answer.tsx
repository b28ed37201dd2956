import { useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type Catalogue, meQuery } from "../../../api/queries.ts";
import { followupText } from "../../../text/followup.ts";
import { type Lang, useLang, useText } from "../../../text/text.ts";
import type { TableQuery } from "../question-search.ts";
import { CellPanel } from "./cell-panel.tsx";
import { CopyButton } from "./copy-button.tsx";
import { CrossTable } from "./cross-table.tsx";
import { Figure } from "./figure.tsx";
import { How } from "./how.tsx";
import { Release } from "./release.tsx";
import { TakeOut } from "./take-out.tsx";
import { type Place, slicesOf, type TableAnswer } from "./slices.ts";

export interface AnswerProps {
  readonly table: TableAnswer;
  readonly query: TableQuery;
  readonly catalogue: Catalogue;
}

/** The question in words, the result in a sentence, the table with its picture, and how it was counted. */
export function Answer({ table, query, catalogue }: AnswerProps) {
  const t = useText(followupText);
  const { lang } = useLang();
  const missing = table.missing ?? 0;
  const mayRelease = useSuspenseQuery(meQuery).data.actions.includes("followup.release");
  return (
    <>
      <h2 className="question">{table.question[lang]}</h2>
      {table.n === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <>
          {/* What is read out when the question changes: the answer in a sentence, not the whole table. */}
          <div role="status">
            <p className="sentence">{table.sentence[lang]}</p>
            <p className="counted">
              {t("n", { n: table.n })} ·{" "}
              {missing === 0 ? t("missingNone") : t("missing", { n: missing })}
            </p>
            {table.notes.map((note) => (
              <p key={note.sv} className="answer-note">
                {note[lang]}
              </p>
            ))}
          </div>
          <Tables table={table} query={query} />
          <p className="counted small">{t("small", { n: table.small })}</p>
          <Onward />
          <TakeOut
            query={query}
            variables={catalogue.variables}
            population={table.definition.population[lang]}
          />
          {mayRelease ? <Release key={JSON.stringify(query)} query={query} /> : null}
        </>
      )}
      <How table={table} query={query} catalogue={catalogue} />
    </>
  );
}

/** One table with its picture, or one of each a layer. */
function Tables({ table, query }: Pick<AnswerProps, "table" | "query">) {
  const t = useText(followupText);
  const { lang } = useLang();
  const id = useId();
  const compared = table.axes.columns?.kind === "units" || table.axes.columns?.kind === "periods";
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState<Place>();
  const mayOpen = useSuspenseQuery(meQuery).data.actions.includes("followup.open");
  return (
    <>
      {table.axes.columns === null ? null : (
        <label className="choice no-print">
          <input
            type="checkbox"
            checked={wanted || compared}
            aria-disabled={compared}
            onChange={(event) => setWanted(event.target.checked)}
          />
          {t("intervals")}
        </label>
      )}
      {slicesOf(table).map(({ layer, slice }, at) => (
        <section
          key={layer?.code ?? ""}
          {...(layer === undefined ? {} : { "aria-labelledby": `${id}-${at}` })}
        >
          {layer === undefined ? null : (
            <h3 id={`${id}-${at}`} className="layer">
              {table.axes.layers?.label[lang]}: {layer.label[lang]}
            </h3>
          )}
          <CrossTable
            onOpen={
              mayOpen
                ? (place) =>
                    setOpened({ ...place, ...(layer === undefined ? {} : { layer: layer.code }) })
                : undefined
            }
            table={table}
            slice={slice}
            name={layer === undefined ? table.question[lang] : layer.label[lang]}
            intervals={wanted || compared}
          />
          <Figure table={table} layer={layer} slice={slice} />
        </section>
      ))}
      {opened === undefined ? null : (
        <CellPanel
          key={JSON.stringify(opened)}
          query={query}
          place={opened}
          about={placeWords(table, opened, lang)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** The codes of a place as one reads them. */
function placeWords(table: TableAnswer, place: Place, lang: Lang): string {
  const named = [
    table.rows.find(({ code }) => code === place.row),
    table.columns.find(({ code }) => code === place.column),
    table.layers.find(({ code }) => code === place.layer),
  ];
  return named.flatMap((entry) => (entry === undefined ? [] : [entry.label[lang]])).join(", ");
}

/** The answer on paper, or as an address for a colleague: a file is made of what may leave alone. */
function Onward() {
  const t = useText(followupText);
  return (
    <div className="row no-print">
      <button type="button" onClick={() => window.print()}>
        {t("print")}
      </button>
      <CopyButton words={t("copyAddress")} textOf={() => location.href} />
    </div>
  );
}
