import { useId } from "react";
import { storyKinds } from "../../../src/spec/story.ts";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { storyText } from "../../text/story.ts";
import { useLang, useText } from "../../text/text.ts";
import { useMatterName } from "./use-matter-name.ts";

/** What is shown of the story; an empty text stands for everything. It never stands in the page's address. */
export interface StoryChoice {
  readonly kind: string;
  readonly matter: string;
  readonly from: string;
  readonly to: string;
}

export const everything: StoryChoice = { kind: "", matter: "", from: "", to: "" };

export function isWrongPeriod({ from, to }: StoryChoice): boolean {
  return from !== "" && to !== "" && from > to;
}

interface Props {
  readonly choice: StoryChoice;
  readonly matters: ChildPageAnswer["matters"];
  readonly onChoose: (choice: StoryChoice) => void;
}

/** Kind, matter and period of what is shown: by codes and days only, never by words. */
export function StoryFilters({ choice, matters, onChoose }: Props) {
  const t = useText(storyText);
  const nameOf = useMatterName();
  const { lang } = useLang();
  const id = useId();
  const wrong = isWrongPeriod(choice);
  const select = (name: "kind" | "matter", label: string, all: string, options: Options) => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <select
        id={`${id}-${name}`}
        value={choice[name]}
        onChange={(event) => onChoose({ ...choice, [name]: event.target.value })}
      >
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
  const day = (name: "from" | "to") => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t(name)}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        value={choice[name]}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => onChoose({ ...choice, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <fieldset className="story-filters no-print">
      <legend className="visually-hidden">{t("filters")}</legend>
      {select(
        "kind",
        t("kind"),
        t("allKinds"),
        storyKinds.map((kind) => [kind.id, kind[lang]]),
      )}
      {matters.length < 2
        ? null
        : select(
            "matter",
            t("matter"),
            t("allMatters"),
            matters.map((matter) => [matter.matter, nameOf(matter)]),
          )}
      {day("from")}
      {day("to")}
      <button
        type="button"
        className="plain"
        aria-disabled={Object.values(choice).every((value) => value === "")}
        onClick={() => onChoose(everything)}
      >
        {t("clear")}
      </button>
      {wrong ? (
        <p className="field-problem" role="alert" id={`${id}-wrong`}>
          {t("wrongPeriod")}
        </p>
      ) : null}
    </fieldset>
  );
}

type Options = readonly (readonly [value: string, words: string])[];

interface YearsProps {
  readonly years: readonly { readonly year: number; readonly lines: number }[];
  readonly choice: StoryChoice;
  readonly onChoose: (choice: StoryChoice) => void;
}

/** A jump to each year: the story is then shown from its last day backwards. */
export function StoryYears({ years, choice, onChoose }: YearsProps) {
  const t = useText(storyText);
  if (years.length < 2) return null;
  return (
    <nav className="story-years no-print" aria-label={t("years")}>
      {years.map(({ year, lines }) => {
        const to = `${year}-12-31`;
        return (
          <button
            key={year}
            type="button"
            className="plain"
            aria-label={t("linesOf", { year, n: lines })}
            aria-pressed={choice.to === to}
            onClick={() => onChoose({ ...choice, from: "", to })}
          >
            {year}
          </button>
        );
      })}
    </nav>
  );
}
