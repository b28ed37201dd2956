import type { MatterAnswer } from "../../api/queries.ts";
import { usePack, useSay } from "../../spec/use-pack.ts";

type Question = NonNullable<MatterAnswer["plan"]>["questions"][number];

/** What the investigation is to answer, each question with the areas it concerns. */
export function PlanQuestions({ questions }: { readonly questions: readonly Question[] }) {
  const say = useSay();
  const pack = usePack();
  if (questions.length === 0) return null;
  const named = new Map(pack.areas.map((area) => [area.id, say(area.name)]));
  return (
    <ul>
      {questions.map((question) => (
        <li key={question.id}>
          {question.text}{" "}
          <span className="quiet">
            {question.areas.map((area) => named.get(area) ?? area).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
