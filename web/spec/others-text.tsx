import type { Field } from "../../src/spec/types.ts";
import { formText } from "../text/form.ts";
import { useText } from "../text/text.ts";
import { controlId, useForm } from "./form-context.ts";

/** That somebody else writes in the same field just now: said beside it, never in the way. */
export function Writing({ name }: { readonly name: string | undefined }) {
  const t = useText(formText);
  return name === undefined ? null : <p className="writing-here">{t("writesHere", { name })}</p>;
}

/** Two texts for one field: both are shown, nothing is merged, the writer chooses. */
export function Conflict({
  other,
  onMine,
  onOther,
}: {
  readonly other: unknown;
  readonly onMine: () => void;
  readonly onOther: () => void;
}) {
  const t = useText(formText);
  return (
    <div className="conflict" role="group" aria-label={t("theOther")}>
      <p>{t("otherText")}</p>
      <blockquote>{typeof other === "string" ? other : JSON.stringify(other)}</blockquote>
      <div className="row">
        <button type="button" onClick={onMine}>
          {t("keepMine")}
        </button>
        <button type="button" onClick={onOther}>
          {t("keepOther")}
        </button>
      </div>
    </div>
  );
}

/** Items that were taken away while somebody wrote in them: the writer says whether they come back. */
export function TakenAway({
  field,
  fixed = {},
}: {
  readonly field: Field;
  readonly fixed?: Readonly<Record<string, string>> | undefined;
}) {
  const t = useText(formText);
  const { takenAway, conflicts, choose, scope } = useForm();
  const texts = (field.items ?? []).filter(({ type }) => type === "text" || type === "longtext");
  return [...(takenAway ?? [])]
    .filter(
      ([path, item]) =>
        path.startsWith(`${field.id}/`) &&
        Object.entries(fixed).every(([name, value]) => item[name] === value),
    )
    .map(([path, item]) => (
      <div
        key={path}
        id={controlId(path, scope)}
        tabIndex={-1}
        className="conflict"
        role="group"
        aria-label={t("takenAway")}
      >
        <p>{t("takenAwayText")}</p>
        {texts.map(({ id }) =>
          typeof item[id] === "string" ? <blockquote key={id}>{item[id]}</blockquote> : null,
        )}
        <div className="row">
          <button type="button" onClick={() => choose(path, conflicts.get(path))}>
            {t("putBack")}
          </button>
          <button type="button" onClick={() => choose(path, null)}>
            {t("leaveOut")}
          </button>
        </div>
      </div>
    ));
}
