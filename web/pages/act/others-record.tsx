import { actText } from "../../text/act.ts";
import { useLang, useText } from "../../text/text.ts";
import type { OthersActs } from "./who-may.ts";

/** What one may not record oneself, and whom to ask: out of the way until somebody looks for it. */
export function OthersRecord({ others }: { readonly others: readonly OthersActs[] }) {
  const t = useText(actText);
  const { lang } = useLang();
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{t("othersRecord")}</summary>
      {others.map(({ ask, acts }) => (
        <div key={ask[lang]}>
          <p>{ask[lang]}</p>
          <p className="quiet">{acts.map((act) => act[lang]).join(", ")}</p>
        </div>
      ))}
    </details>
  );
}
