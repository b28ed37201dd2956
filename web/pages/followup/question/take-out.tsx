import { useId, useState, type ReactNode } from "react";
import { type BodyOf, urlOf } from "../../../api/client.ts";
import { endpoints } from "../../../api/endpoints.ts";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { useCommand } from "../../../api/use-command.ts";
import { ProblemNote } from "../../../components/problem-note/problem-note.tsx";
import { useKeptWords } from "../../../drafts/use-kept-words.ts";
import type { FileKind } from "../../../../src/contract/followup/file-table.ts";
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
  const id = useId();
  const [kept, keep] = useKeptWords("take-out");
  const [purpose, setPurpose] = useState(kept);
  const [lacks, setLacks] = useState(false);
  const [which, setWhich] = useState<Which>("starter");
  const [made, setMade] = useState<Made>();
  const { state, send } = useCommand(endpoints.makeExtract);
  const grain = grainOf(query, variables);
  const standing = variables.filter(
    (variable) =>
      variable.available && (variable.grain === grain || variable.grain === "background"),
  );
  const chosen: Chosen = {
    starter: standing.filter((variable) => variable.starter),
    all: standing,
  };
  const definition = definitionOf(
    query,
    grain,
    chosen[which].map((variable) => variable.id),
  );
  // What was made of another question is no longer offered.
  const of = JSON.stringify(definition);
  const write = (words: string): void => {
    setPurpose(words);
    keep(words);
  };
  const take = async () => {
    const short = purpose.trim().length < shortestPurpose;
    setLacks(short);
    if (short) document.getElementById(`${id}-purpose`)?.focus();
    if (short || state.sending) return;
    const answer = await send(() => ({ definition, statedPurpose: purpose }));
    setMade(answer === undefined ? undefined : { ...answer, of });
    if (answer !== undefined) keep("");
  };
  return (
    <details className="how no-print">
      <summary>{t("takeOut")}</summary>
      <p>{t("takeOutHelp", { population })}</p>
      <WhichVariables chosen={chosen} which={which} onPick={setWhich} />
      <Purpose id={`${id}-purpose`} value={purpose} lacks={lacks} onChange={write} />
      <button type="button" aria-disabled={state.sending} onClick={() => void take()}>
        {t("make")}
      </button>
      <ProblemNote state={state} />
      <MadeFiles made={made?.of === of ? made : undefined} />
    </details>
  );
}

interface Made {
  readonly extract: string;
  readonly rows: number;
  /** The definition it was made of. */
  readonly of: string;
}

type Chosen = Readonly<Record<Which, readonly CatalogueVariable[]>>;

interface WhichProps {
  readonly chosen: Chosen;
  readonly which: Which;
  readonly onPick: (which: Which) => void;
}

function WhichVariables({ chosen, which, onPick }: WhichProps) {
  const t = useText(filesText);
  const name = useId();
  return (
    <fieldset className="field">
      <legend>{t("which")}</legend>
      {(["starter", "all"] as const).map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={name} checked={which === each} onChange={() => onPick(each)} />
          {t(each, { n: chosen[each].length })}
        </label>
      ))}
    </fieldset>
  );
}

interface PurposeProps {
  readonly id: string;
  readonly value: string;
  readonly lacks: boolean;
  readonly onChange: (purpose: string) => void;
}

function Purpose({ id, value, lacks, onChange }: PurposeProps) {
  const t = useText(filesText);
  return (
    <div className="field">
      <label htmlFor={id}>{t("purpose")}</label>
      <p className="quiet small" id={`${id}-help`}>
        {t("purposeHelp")}
      </p>
      {lacks ? (
        <p className="field-problem" id={`${id}-lacks`} role="alert">
          {t("purposeFirst")}
        </p>
      ) : null}
      <textarea
        lang="sv"
        spellCheck
        id={id}
        rows={2}
        maxLength={500}
        aria-describedby={`${id}-help${lacks ? ` ${id}-lacks` : ""}`}
        {...(lacks ? { "aria-invalid": true } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function MadeFiles({ made }: { readonly made: Made | undefined }) {
  const t = useText(filesText);
  const { lang } = useLang();
  const hrefOf = (kind: FileKind) =>
    urlOf(endpoints.downloadExtract.path, { extract: made?.extract ?? "" }, { kind, lang });
  return (
    <>
      <div role="status">
        {made === undefined ? null : (
          <p>{made.rows === 0 ? t("madeNone") : t("made", { n: made.rows })}</p>
        )}
      </div>
      {made === undefined || made.rows === 0 ? null : <FileLinks hrefOf={hrefOf} />}
    </>
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
