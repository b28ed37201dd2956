import type { CommandState } from "../../api/use-command.ts";
import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";

export interface FootProps {
  /** What the act leads to, in words. */
  readonly effect: string | undefined;
  /** What the button says. */
  readonly verb: string;
  readonly state: CommandState;
  /** What leaving it says, and does. */
  readonly back: string;
  readonly onBack: () => void;
}

/** What an act leads to, and the buttons that carry it out or leave it. */
export function Foot({ effect, verb, state, back, onBack }: FootProps) {
  const t = useText(actText);
  return (
    <div className="act-foot">
      {effect === undefined ? null : <p className="effect">{effect}</p>}
      {state.noContact ? (
        <p className="missing" role="alert">
          {t("nothingLost")}
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="primary" aria-disabled={state.sending}>
          {state.sending ? t("submitting") : state.noContact ? t("tryAgain") : verb}
        </button>
        <button type="button" className="plain" onClick={onBack}>
          {back}
        </button>
      </div>
    </div>
  );
}

/** What a step still lacks before it can be taken, with its section. */
export function Missing({
  items,
}: {
  readonly items: readonly {
    readonly sv: string;
    readonly en: string;
    readonly section: string | null;
  }[];
}) {
  const t = useText(actText);
  const { lang } = useLang();
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{t("missingTitle")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.sv}>
            {item[lang]} <span className="quiet">{item.section}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
