import type { Citation } from "../../src/domain/sources/citations.ts";
import { CITATIONS, citationsOf, markText } from "../../src/domain/sources/citations.ts";
import { useAnswer, useForm } from "../spec/form-context.ts";
import { fullDay } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { type BesideValue, useSourceChoices } from "./beside-context.ts";
import { choiceOf, type SourceChoice } from "./source-choices.ts";

/** What a text names, each a link that opens the source beside. */
export function CitedSources({
  marks,
  beside,
}: {
  /** The numbers that the text names. */
  readonly marks: readonly number[];
  readonly beside: BesideValue;
}) {
  const t = useText(sourcesText);
  const list = useAnswer(CITATIONS, undefined);
  const citations = citationsOf(list === undefined ? {} : { [CITATIONS]: list }).filter(
    ({ mark }) => marks.includes(mark),
  );
  if (citations.length === 0) return null;
  return (
    <ul className="cited" aria-label={t("cited")}>
      {citations.map((citation) => (
        <li key={citation.id}>
          <Cited citation={citation} beside={beside} />
        </li>
      ))}
    </ul>
  );
}

function Cited({
  citation,
  beside,
}: {
  readonly citation: Citation;
  readonly beside: BesideValue;
}) {
  const t = useText(sourcesText);
  const { lang } = useLang();
  const choice = choiceOf(useSourceChoices(), citation);
  const what = choice?.label ?? t("gone");
  const on = choice?.on ?? citation.on;
  const name = on === undefined ? what : t("when", { what, day: fullDay(on, lang) });
  const facts = factsOf(choice, (kind, day) => t(kind, { day: fullDay(day, lang) }));
  return (
    <>
      <button type="button" className="plain small" onClick={() => beside.openSource(citation)}>
        {markText(citation.mark)} {name}
      </button>
      {choice?.pages === undefined ? null : <PageOf citation={citation} pages={choice.pages} />}
      {facts.length === 0 && choice?.limited !== true ? null : (
        <span className="cited-state small">
          {[...facts, ...(choice?.limited === true ? [t("limited")] : [])].join(", ")}
        </span>
      )}
    </>
  );
}

function factsOf(
  choice: SourceChoice | undefined,
  say: (kind: NonNullable<SourceChoice["mark"]>["kind"], day: string) => string,
): readonly string[] {
  return choice === undefined || choice.mark === null
    ? []
    : [say(choice.mark.kind, choice.mark.on)];
}

/** The page of a document that has several. */
function PageOf({ citation, pages }: { readonly citation: Citation; readonly pages: number }) {
  const t = useText(sourcesText);
  const form = useForm();
  if (pages < 2) return null;
  return (
    <label className="cited-page small">
      {t("page", { mark: citation.mark })}{" "}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={citation.page ?? ""}
        onChange={({ target }) => {
          const page = /^\d{1,4}$/u.test(target.value) ? Number(target.value) : null;
          form.set(`citations/${citation.id}/page`, page);
        }}
      />{" "}
      {t("ofPages", { n: pages })}
    </label>
  );
}
