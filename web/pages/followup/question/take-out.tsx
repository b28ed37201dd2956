import { useId, useState, type ReactNode } from "react";
import { type BodyOf, urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { useCommand } from "../../../api/use-command.ts";
import { ProblemNote } from "../../../components/problem-note/problem-note.tsx";
import type { makeExtract } from "../../../../src/contract/followup/download-extract.ts";
import { filesText } from "../../../text/files.ts";
import { useLang, useText } from "../../../text/text.ts";
import { FileLinks } from "../file-links.tsx";
import { askedOf, type TableQuery } from "../question-search.ts";

type Definition = BodyOf<typeof makeExtract>["definition"];
type Grain = Definition["grain"];
type Which = "starter" | "all";

/** What the server asks for at least. */
const shortestPurpose = 10;
/** What is counted where only background is asked for. */
const grainOfBackground = "akt";

interface TakeOutProps {
  readonly query: TableQuery;
  readonly variables: readonly CatalogueVariable[];
  /** What is counted, in words. */
  readonly population: string;
}

/** The rows behind a table, for a purpose that is said and kept: first made, then downloaded as a file of any kind. */
export function TakeOut({ query, variables, population }: TakeOutProps): ReactNode {
  const t = useText(filesText);
  const { lang } = useLang();
  const id = useId();
  const [purpose, setPurpose] = useState("");
  const [which, setWhich] = useState<Which>("starter");
  const [made, setMade] = useState<{ readonly extract: string; readonly rows: number }>();
  const { state, send } = useCommand(endpoints.makeExtract);
  const grain = grainOf(query, variables);
  const standing = variables.filter(
    (variable) =>
      variable.available && (variable.grain === grain || variable.grain === "background"),
  );
  const chosen: Readonly<Record<Which, readonly CatalogueVariable[]>> = {
    starter: standing.filter((variable) => variable.starter),
    all: standing,
  };
  const ready = purpose.trim().length >= shortestPurpose;
  const take = async () => {
    if (!ready || state.sending) return;
    setMade(undefined);
    const ids = chosen[which].map((variable) => variable.id);
    const definition = definitionOf(query, grain, ids);
    setMade(await send(() => ({ definition, statedPurpose: purpose })));
  };
  return (
    <details className="how no-print">
      <summary>{t("takeOut")}</summary>
      <p>{t("takeOutHelp", { population })}</p>
      <fieldset className="field">
        <legend>{t("which")}</legend>
        {(["starter", "all"] as const).map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`${id}-which`}
              checked={which === each}
              onChange={() => setWhich(each)}
            />
            {t(each, { n: chosen[each].length })}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-purpose`}>{t("purpose")}</label>
        <p className="quiet small" id={`${id}-help`}>
          {t("purposeHelp")}
        </p>
        <textarea
          id={`${id}-purpose`}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-help`}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      <button type="button" aria-disabled={!ready || state.sending} onClick={() => void take()}>
        {t("make")}
      </button>
      <ProblemNote state={state} />
      <div role="status">
        {made === undefined ? null : (
          <p>{made.rows === 0 ? t("madeNone") : t("made", { n: made.rows })}</p>
        )}
      </div>
      {made === undefined || made.rows === 0 ? null : (
        <FileLinks
          hrefOf={(kind) =>
            urlOf(endpoints.downloadExtract.path, { extract: made.extract }, { kind, lang })
          }
        />
      )}
    </details>
  );
}

function grainOf(query: TableQuery, variables: readonly CatalogueVariable[]): Grain {
  const asked = [
    query.rows,
    query.columns,
    query.layers,
    ...(query.filters ?? []).map((each) => each.variable),
  ];
  const grains = asked.map((each) => variables.find(({ id }) => id === each)?.grain);
  return grains.find(isGrain) ?? grainOfBackground;
}

const grains: readonly string[] = ["akt", "utr", "bes", "gen", "fol", "avs", "goal"];

function isGrain(grain: string | undefined): grain is Grain {
  return grain !== undefined && grains.includes(grain);
}

function definitionOf(query: TableQuery, grain: Grain, variables: readonly string[]): Definition {
  const { from, to, units, filters = [] } = askedOf(query);
  return {
    grain,
    variables: [...variables],
    filters,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(units === undefined ? {} : { units }),
  };
}
