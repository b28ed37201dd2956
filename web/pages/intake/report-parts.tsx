import { FieldView } from "../../spec/field-view.tsx";
import { controlId, useAnswers, useForm } from "../../spec/form-context.ts";
import { holds } from "../../spec/holds.ts";
import { documentOf } from "../../spec/use-pack.ts";
import { intakeText } from "../../text/intake.ts";
import { useText } from "../../text/text.ts";
import { commonAudience, partsOf } from "./children.ts";
import { OnlyChild } from "./only-child.tsx";

/** Fields in the groups the page shows them in; every other field stands in the last group. */
export const groups = {
  arrival: ["kind", "arrivedAt", "channel", "deemedArrivalOn", "readBack", "signed"],
  applicant: ["applicants"],
  reporter: [
    "reporterKind",
    "reporterClass",
    "reporterAnonymous",
    "reporterName",
    "reporterWorkplace",
    "reporterRelation",
    "reporterContact",
    "reporterShielded",
    "shieldBasis",
    "wantsFeedback",
    "familyKnows",
  ],
} as const;

/** So many children have a text box each; with more the search for the next one would be far away. */
const unfolded = 4;

/** The report's text first: what concerns all, and what concerns one child only when there are several. */
export function TextParts({
  title,
  label,
  many,
  names,
}: {
  readonly title: string;
  /** What the text of a single child is called. */
  readonly label: string;
  readonly many: boolean;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = useText(intakeText);
  const { set, addItem } = useForm();
  const answers = useAnswers();
  const parts = partsOf(answers);
  const common = parts.find((part) => part["audience"] === commonAudience);
  const apart = parts.filter((part) => part["audience"] !== commonAudience);
  return (
    <section className="form-section" id={controlId("parts")} tabIndex={-1}>
      <h2>{title}</h2>
      <div className="field common">
        <label htmlFor="part-common">{many ? t("common") : label}</label>
        <textarea
          id="part-common"
          lang="sv"
          spellCheck
          value={typeof common?.["text"] === "string" ? common["text"] : ""}
          onChange={(event) => {
            if (common === undefined)
              addItem("parts", { audience: commonAudience, text: event.target.value });
            else set(`parts/${common.id}/text`, event.target.value);
          }}
        />
      </div>
      {many
        ? apart.map((part) => (
            <OnlyChild
              key={part.id}
              id={`part-${part.id}`}
              name={nameOf(part["audience"], names)}
              text={typeof part["text"] === "string" ? part["text"] : ""}
              folded={apart.length > unfolded}
              onChange={(text) => set(`parts/${part.id}/text`, text)}
            />
          ))
        : null}
    </section>
  );
}

/** A group of the report's fields; `undefined` = all that stand in no other group. */
export function Group({
  documentId,
  title,
  fields,
}: {
  readonly documentId: string;
  readonly title: string;
  readonly fields: readonly string[] | undefined;
}) {
  const { pack, today } = useForm();
  const answers = useAnswers();
  const grouped: readonly string[] = [...Object.values(groups).flat(), "parts"];
  const shown = documentOf(pack, documentId)
    .sections.flatMap((section) => section.fields)
    .filter((field) =>
      fields === undefined ? !grouped.includes(field.id) : fields.includes(field.id),
    )
    .filter((field) => holds(field.visibleWhen, answers, today));
  if (shown.length === 0) return null;
  return (
    <section className="form-section">
      <h2>{title}</h2>
      {shown.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          path={field.id}
          place={`/${field.id}`}
          value={answers[field.id]}
        />
      ))}
    </section>
  );
}

function nameOf(audience: unknown, names: ReadonlyMap<string, string>): string {
  return typeof audience === "string" ? (names.get(audience) ?? "") : "";
}
