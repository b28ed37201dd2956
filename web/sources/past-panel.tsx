import { useQuery } from "@tanstack/react-query";
import type { Field } from "../../src/spec/types.ts";
import { pastQuery } from "../api/queries.ts";
import { SidePanel } from "../components/side-panel/side-panel.tsx";
import { controlId, useForm } from "../spec/form-context.ts";
import { useSay } from "../spec/use-pack.ts";
import { momentInWords } from "../text/dates.ts";
import { sourcesText } from "../text/sources.ts";
import { useLang, useText } from "../text/text.ts";

export interface PastPanelProps {
  readonly draft: string;
  readonly field: Field;
  readonly path: string;
  readonly onClose: () => void;
}

/** What stood in a text before, for whoever took away too much: until the document is signed. */
export function PastPanel({ draft, field, path, onClose }: PastPanelProps) {
  const t = useText(sourcesText);
  const say = useSay();
  const { lang } = useLang();
  const form = useForm();
  const { data } = useQuery(pastQuery(draft, path));
  const versions = (data?.versions ?? []).flatMap(({ rev, value, by, at }) =>
    typeof value === "string" && value.trim() !== "" ? [{ rev, text: value, by, at }] : [],
  );

  function takeBack(text: string): void {
    form.set(path, text);
    onClose();
    requestAnimationFrame(() => document.getElementById(controlId(path, form.scope))?.focus());
  }

  return (
    <SidePanel title={t("pastTitle", { field: say(field.label) })} onClose={onClose}>
      <p className="quiet small">{t("pastHelp")}</p>
      {data !== undefined && versions.length === 0 ? <p>{t("pastNone")}</p> : null}
      <ol className="earlier">
        {versions.map(({ rev, text, by, at }) => {
          const title = t("pastBy", { at: momentInWords(at, lang), by });
          return (
            <li key={rev}>
              <section aria-label={title}>
                <h3>{title}</h3>
                <p className="narrative" lang="sv">
                  {text}
                </p>
                <button type="button" onClick={() => takeBack(text)}>
                  {t("takeBack")}
                  <span className="visually-hidden"> {title}</span>
                </button>
              </section>
            </li>
          );
        })}
      </ol>
    </SidePanel>
  );
}
