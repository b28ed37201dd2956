import { carriedOf, textAt } from "../../src/domain/sources/carried.ts";
import type { Field } from "../../src/spec/types.ts";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { controlId, useAnswers, useForm } from "../spec/form-context.ts";
import { useSay } from "../spec/use-pack.ts";
import { fullDay } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";
import { useBeside } from "./beside-context.ts";
import type { EarlierText } from "./earlier-texts.ts";

/** What was written earlier to the same question, to read beside it and to bring over. */
export function EarlierPanel({
  field,
  path,
  onClose,
}: {
  readonly field: Field;
  readonly path: string;
  readonly onClose: () => void;
}) {
  const t = useText(sourcesText);
  const say = useSay();
  const form = useForm();
  const answers = useAnswers();
  const beside = useBeside();
  const found = beside?.earlierOf(path) ?? [];
  const carried = carriedOf(answers).filter((each) => each.field === path);

  function bring({ version, text }: EarlierText): void {
    const before = textAt(answers, path)?.text.trimEnd();
    form.addItem("carried", {
      field: path,
      entry: version.entry,
      document: version.document,
      on: version.on,
      text,
    });
    form.set(path, before === undefined ? text : `${before}\n\n${text}`);
    onClose();
    // The panel gives the focus back to what opened it; the writer goes on in the text.
    requestAnimationFrame(() => document.getElementById(controlId(path, form.scope))?.focus());
  }

  return (
    <SidePanel title={t("earlierTitle", { field: say(field.label) })} onClose={onClose}>
      <p className="quiet small">{t("bringHelp")}</p>
      <ol className="earlier">
        {found.map((each) => (
          <li key={`${each.version.entry} ${each.text}`}>
            <Earlier
              found={each}
              brought={carried.some(
                ({ entry, text }) => entry === each.version.entry && text === each.text,
              )}
              onBring={() => bring(each)}
            />
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function Earlier({
  found: { version, text },
  brought,
  onBring,
}: {
  readonly found: EarlierText;
  readonly brought: boolean;
  readonly onBring: () => void;
}) {
  const t = useText(sourcesText);
  const { lang } = useLang();
  const title = t("earlierBy", {
    document: version[lang],
    day: fullDay(version.on, lang),
    by: version.by,
  });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="narrative" lang="sv">
        {text}
      </p>
      {brought ? (
        <p className="quiet">{t("broughtAlready")}</p>
      ) : (
        <button type="button" onClick={onBring}>
          {t("bring")}
          <span className="visually-hidden"> {title}</span>
        </button>
      )}
    </section>
  );
}
