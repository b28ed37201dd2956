import type { ReactNode } from "react";
import type { AnswerItem } from "../../src/domain/event.ts";
import { codesOf, textOf } from "../../src/domain/read.ts";
import { OCCASIONS } from "../../src/domain/notes/occasions.ts";
import { findField } from "../../src/spec/lookup.ts";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
import { fullDay } from "../text/dates.ts";
import { useLang } from "../text/text.ts";
import { codeLabel } from "./use-pack.ts";

export interface OccasionsViewProps {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly items: readonly AnswerItem[];
  readonly names: ReadonlyMap<string, string>;
  /** What became of it later, or was said of it. */
  readonly beside: (item: string) => ReactNode;
}

/** How the child took part, each time: the day and what it was, who was there and how, then what was written of it. */
export function OccasionsView({ pack, document, items, names, beside }: OccasionsViewProps) {
  const { lang } = useLang();
  const inWords = (list: string, code: string | undefined): string =>
    code === undefined ? "" : codeLabel(pack, list, code)[lang];
  const writtenOf = (item: AnswerItem) =>
    ["reason", "talkConsent"].flatMap((field) => {
      const text = textOf(item[field]);
      const label = findField(document, `${OCCASIONS}.${field}`)?.label[lang] ?? "";
      return text === undefined ? [] : [{ field, label, text }];
    });
  return (
    <ol className="occasions">
      {items.map((item) => {
        const act = textOf(item["act"]);
        const what =
          act === undefined
            ? inWords("citation-kind", textOf(item["kind"]))
            : inWords("act-kind", act);
        const present = codesOf(item["with"]).flatMap((person) => names.get(person) ?? []);
        const how = inWords("participation", textOf(item["how"]));
        const on = textOf(item["on"]);
        return (
          <li key={item.id}>
            <p>
              <strong>{on === undefined ? "" : fullDay(on, lang)}</strong>{" "}
              {[what, ...(how === "" ? [] : [how])].join(", ")}
              {present.length === 0 ? null : (
                <span className="quiet small occasion-with">{present.join(", ")}</span>
              )}
            </p>
            {writtenOf(item).map(({ field, label, text }) => (
              <p key={field} className="small">
                <span className="quiet">{label}:</span> <span lang="sv">{text}</span>
              </p>
            ))}
            {beside(item.id)}
          </li>
        );
      })}
    </ol>
  );
}
