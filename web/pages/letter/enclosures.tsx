import { itemsOf } from "../../../src/domain/read.ts";
import { letterText } from "../../text/letter.ts";
import { useLang, useText } from "../../text/text.ts";
import type { Writing } from "./use-letter.ts";

const list = "enclosures";

/** What goes with the letter: chosen among what the recipient may have; what it may not have is said with why. */
export function Enclosures({
  writing,
  together,
  onTogether,
  onChange,
}: {
  readonly writing: Writing;
  readonly together: boolean;
  readonly onTogether: (together: boolean) => void;
  readonly onChange: () => void;
}) {
  const t = useText(letterText);
  const { lang } = useLang();
  const { recipient, draft } = writing;
  const possible = recipient?.enclosures ?? [];
  if (possible.length === 0) return null;
  const chosen = itemsOf(draft.answers[list]);
  const toggle = (kind: string, item: string): void => {
    const found = chosen.filter((one) => one["item"] === item);
    if (found.length === 0) draft.addItem(list, { kind, item });
    for (const one of found) draft.removeItem(list, one.id);
    onChange();
  };
  return (
    <section className="form-section" aria-labelledby="enclosures-title">
      <h2 id="enclosures-title">{t("enclosures")}</h2>
      <p className="field-help">{t("enclosuresHelp")}</p>
      <ul className="plain-list enclosures">
        {possible.map(({ kind, item, label, problems }) => {
          const cannot = problems.some(({ severity }) => severity === "block");
          const isChosen = chosen.some((one) => one["item"] === item);
          return (
            <li key={item}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={cannot && !isChosen}
                  onChange={() => toggle(kind, item)}
                />
                <span lang="sv">{label}</span>
              </label>
              {cannot || isChosen
                ? problems.map((found) => (
                    <p key={found.id} className={cannot ? "missing" : "quiet"}>
                      {found[lang]}
                    </p>
                  ))
                : null}
            </li>
          );
        })}
      </ul>
      {chosen.length === 0 ? null : (
        <label className="choice">
          <input
            type="checkbox"
            checked={together}
            onChange={(event) => onTogether(event.target.checked)}
          />
          <span>
            {t("together")} <span className="field-help">{t("togetherHelp")}</span>
          </span>
        </label>
      )}
    </section>
  );
}
