import { memo } from "react";
import type { Answers } from "../../../src/domain/event.ts";
import { OCCASIONS_SECTION, readSections } from "../../../src/spec/source-sections.ts";
import type { DocumentSpec, Pack } from "../../../src/spec/types.ts";
import { useSay } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";
import { itemsOfArea } from "./area-section.tsx";

export interface OutlineProps {
  readonly pack: Pack;
  readonly document: DocumentSpec;
  readonly answers: Answers;
}

/** The contents of the document with how far each part has come, in numbers and not in colour. */
export const Outline = memo(function Outline({ pack, document, answers }: OutlineProps) {
  const say = useSay();
  const t = useText(actText);
  return (
    <nav className="document-outline" aria-label={t("outline")}>
      <ol>
        {readSections(document).map((section) => {
          const answered = section.fields.filter((field) => isAnswered(answers[field.id])).length;
          return (
            <li key={section.id}>
              <a href={`#s-${section.id}`}>
                <span>{say(section.title)}</span>
                {section.perArea === true || section.id === OCCASIONS_SECTION ? null : (
                  <span className="count">{`${answered}/${section.fields.length}`}</span>
                )}
              </a>
              {section.perArea === true ? (
                <ol className="sub">
                  {pack.areas.map((area) => {
                    const count = itemsOfArea(answers["statements"], area.id).length;
                    return (
                      <li key={area.id}>
                        <a href={`#area-${area.id}`}>
                          <span>{say(area.name)}</span>
                          <span className="count">{count === 0 ? "" : count}</span>
                        </a>
                      </li>
                    );
                  })}
                </ol>
              ) : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
});

function isAnswered(value: unknown): boolean {
  if (value === undefined || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}
