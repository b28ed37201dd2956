import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type Lang, LangContext } from "../text/text.ts";

const storageKey = "mp-lang";

function storedLang(): Lang {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "sv";
  } catch {
    // A browser may refuse storage; Swedish it is.
    return "sv";
  }
}

function store(lang: Lang): void {
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The language of the page. The choice is kept in the browser. */
export function LangProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState(storedLang);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const choice = useMemo(
    () => ({
      lang,
      choose: (next: Lang) => {
        store(next);
        setLang(next);
      },
    }),
    [lang],
  );
  return <LangContext value={choice}>{children}</LangContext>;
}
