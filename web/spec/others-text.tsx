import { formText } from "../text/form.ts";
import { useText } from "../text/text.ts";
import { useForm } from "./form-context.ts";

/** That somebody else writes in the same field just now: said beside it, never in the way. */
export function Writing({ name }: { readonly name: string | undefined }) {
  const t = useText(formText);
  return name === undefined ? null : <p className="writing-here">{t("writesHere", { name })}</p>;
}

/** Two texts for one field: both are shown, nothing is merged, the writer chooses. */
export function Conflict({
  path,
  mine,
  other,
}: {
  readonly path: string;
  readonly mine: unknown;
  readonly other: unknown;
}) {
  const t = useText(formText);
  const { choose } = useForm();
  return (
    <div className="conflict" role="group" aria-label={t("theOther")}>
      <p>{t("otherText")}</p>
      <blockquote>{typeof other === "string" ? other : JSON.stringify(other)}</blockquote>
      <div className="row">
        <button type="button" onClick={() => choose(path, mine)}>
          {t("keepMine")}
        </button>
        <button type="button" onClick={() => choose(path, other)}>
          {t("keepOther")}
        </button>
      </div>
    </div>
  );
}
