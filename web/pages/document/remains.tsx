import { memo } from "react";
import type { Problem } from "../../../src/kernel/problem.ts";
import { validateAnswers } from "../../../src/spec/validate-answers.ts";
import type { Answers } from "../../../src/domain/event.ts";
import type { DocumentSpec, Pack } from "../../../src/spec/types.ts";
import type { FactValue } from "../../../src/kernel/expression/types.ts";
import { controlId } from "../../spec/form-context.ts";
import { documentOf, useSay } from "../../spec/use-pack.ts";
import { actText } from "../../text/act.ts";
import { useText } from "../../text/text.ts";

export interface RemainsProps {
  readonly pack: Pack;
  readonly document: string;
  readonly answers: Answers;
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
}

/** What remains before the document can be made final, by who asks for it; each links to its field. */
export const Remains = memo(function Remains({ pack, document, answers, facts }: RemainsProps) {
  const t = useText(actText);
  const { missing } = validateAnswers(pack, document, answers, { facts });
  const total = missing.law.length + missing.followUp.length + missing.practice.length;
  return (
    <section className="remains" aria-labelledby="remains-title">
      <h2 id="remains-title">{t("remains")}</h2>
      {total === 0 ? <p className="quiet">{t("nothingRemains")}</p> : null}
      <Group title={t("lawDemands")} pack={pack} document={document} items={missing.law} />
      <Group title={t("followUpNeeds")} pack={pack} document={document} items={missing.followUp} />
      <Group title={t("goodPractice")} pack={pack} document={document} items={missing.practice} />
    </section>
  );
});

function Group({
  title,
  pack,
  document,
  items,
}: {
  readonly title: string;
  readonly pack: Pack;
  readonly document: string;
  readonly items: readonly Problem[];
}) {
  const say = useSay();
  const spec = documentOf(pack, document);
  const fields = spec.sections.flatMap((section) => section.fields);
  const named = [...new Set(items.map((item) => item.pointer?.split("/")[1] ?? ""))]
    .map((id) => fields.find((field) => field.id === id))
    .filter((field) => field !== undefined);
  if (named.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {named.map((field) => (
          <li key={field.id}>
            <a href={`#${targetOf(spec, field.id)}`}>{say(field.label)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A list that is written area by area has no control of its own: the section is where to begin. */
function targetOf(document: DocumentSpec, id: string): string {
  const perArea = document.sections.find(
    (section) => section.perArea === true && section.fields.some((field) => field.id === id),
  );
  return perArea === undefined ? controlId(id) : `s-${perArea.id}`;
}
