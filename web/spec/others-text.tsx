import { useMemo, useSyncExternalStore } from "react";
import type { Field } from "../../src/spec/types.ts";
import { formText } from "../text/form.ts";
import { useLang, useText } from "../text/text.ts";
import { AnswerWords, isGiven } from "./answers-view.tsx";
import { controlId, useAnswer, useForm, useLiveAt } from "./form-context.ts";

interface OthersTextProps {
  readonly field: Field;
  readonly path: string;
  readonly value: unknown;
}

/** What others do in a field just now: that they write in it, or what they wrote at the same time. */
export function OthersText({ field, path, value }: OthersTextProps) {
  const { live } = useForm();
  const subscribe = useLiveAt(path);
  const [writer, text] = [() => live?.writerAt(path), () => live?.otherAt(path)];
  const name = useSyncExternalStore(subscribe, writer, writer);
  const other = useSyncExternalStore(subscribe, text, text);
  return (
    <>
      <Writing name={name} />
      {other === undefined ? null : (
        <Conflict field={field} path={path} value={value} other={other} />
      )}
    </>
  );
}

/** That somebody else writes in the same field just now: said beside it, never in the way. */
function Writing({ name }: { readonly name: string | undefined }) {
  const t = useText(formText);
  return name === undefined ? null : <p className="writing-here">{t("writesHere", { name })}</p>;
}

/** Two texts for one field: both are shown, nothing is merged, the writer chooses. */
function Conflict({ field, path, value, other }: OthersTextProps & { readonly other: unknown }) {
  const t = useText(formText);
  const { choose } = useForm();
  const mine = useAnswer(path, value);
  return (
    <div className="conflict" role="group" aria-label={t("theOther")}>
      {/* It comes while one writes, and nothing else tells whoever listens. */}
      <p role="alert">{t("otherText")}</p>
      <blockquote>
        {isGiven(other) ? <InWords field={field} value={other} /> : t("emptied")}
      </blockquote>
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

/** An answer as the form says it: what it chooses from by its labels, never by ids. */
function InWords({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const { pack, persons, guardians, staff, known } = useForm();
  const { lang } = useLang();
  const { choiceOf } = field;
  const names = useMemo(
    () =>
      new Map([
        ...[...persons, ...staff].map(({ id, label }) => [id, label] as const),
        ...guardians.map(({ id, audience = id, label }) => [audience, label] as const),
      ]),
    [persons, guardians, staff],
  );
  const chosen =
    choiceOf === undefined ? undefined : known[choiceOf].find(({ id }) => id === value)?.label;
  if (chosen !== undefined) return chosen;
  return <AnswerWords field={field} value={value} context={{ pack, names, lang }} />;
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
  const { takenAway, live, choose, scope } = useForm();
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
          <button type="button" onClick={() => choose(path, live?.otherAt(path))}>
            {t("putBack")}
          </button>
          <button type="button" onClick={() => choose(path, null)}>
            {t("leaveOut")}
          </button>
        </div>
      </div>
    ));
}
