import { type Lang, useLang, useText } from "../text/text.ts";
import { shellText } from "../text/shell.ts";

const names: Readonly<Record<Lang, string>> = { sv: "Svenska", en: "English" };

/** Swedish or English; what people have written stays in their own words. */
export function LangSwitch() {
  const t = useText(shellText);
  const { lang, choose } = useLang();
  return (
    <div className="lang-switch" role="group" aria-label={t("language")}>
      {(["sv", "en"] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="plain small"
          lang={each}
          aria-pressed={lang === each}
          onClick={() => choose(each)}
        >
          {names[each]}
        </button>
      ))}
    </div>
  );
}
