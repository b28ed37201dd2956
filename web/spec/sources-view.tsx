import type { Answers } from "../../src/domain/event.ts";
import { carriedOf, carriedState } from "../../src/domain/sources/carried.ts";
import {
  type Citation,
  citationsOf,
  marksOf,
  markText,
} from "../../src/domain/sources/citations.ts";
import { findField } from "../../src/spec/lookup.ts";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
import { fullDay } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { codeLabel } from "./use-pack.ts";

/** What the texts of a signed document cite, and which of them were brought from earlier ones. */
export function SourcesView({
  pack,
  document,
  answers,
}: {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly answers: Answers;
}) {
  const t = useText(sourcesText);
  const { lang } = useLang();
  const named = marksOf(answers);
  const citations = citationsOf(answers).filter(({ mark }) => named.has(mark));
  const carried = carriedOf(answers).filter((each) => carriedState(answers, each) !== "gone");
  const nameOf = ({ mark, kind, on, page }: Citation): string =>
    [
      `${markText(mark)} ${codeLabel(pack, "citation-kind", kind)[lang]}`,
      ...(on === undefined ? [] : [fullDay(on, lang)]),
      ...(page === undefined ? [] : [t("pageNumber", { page })]),
    ].join(", ");
  const placeOf = (path: string): string => {
    const [list = "", item, inner] = path.split("/");
    return findField(document, item === undefined ? list : `${list}.${inner}`)?.label[lang] ?? "";
  };
  return (
    <>
      {citations.length === 0 ? null : (
        <section>
          <h3>{t("cited")}</h3>
          <ul className="answer-items">
            {citations.map((citation) => (
              <li key={citation.id}>{nameOf(citation)}</li>
            ))}
          </ul>
        </section>
      )}
      {carried.length === 0 ? null : (
        <section>
          <h3>{t("brought")}</h3>
          <ul className="answer-items">
            {carried.map(({ id, field, document: from = "", on, ...rest }) => (
              <li key={id}>
                {placeOf(field)}.{" "}
                {t("carriedFrom", {
                  document: pack.documents[from]?.name[lang] ?? "",
                  day: on === undefined ? "" : fullDay(on, lang),
                })}{" "}
                {t(
                  carriedState(answers, { id, field, document: from, ...rest }) === "changed"
                    ? "changed"
                    : "confirmed",
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
