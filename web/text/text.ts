import { createContext, useCallback, useContext } from "react";

export type Lang = "sv" | "en";

/** Chrome texts of one room: every key in both languages. Texts of fields and codes come from the specification. */
export type TextTable = Readonly<Record<string, { readonly sv: string; readonly en: string }>>;

export interface LangChoice {
  readonly lang: Lang;
  readonly choose: (lang: Lang) => void;
}

export const LangContext = createContext<LangChoice>({ lang: "sv", choose: () => undefined });

/** Values put into a text: `{name}` is replaced. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Fills the places of a text. An unknown place stays visible, so that a forgotten value is seen. */
export function fillText(template: string, values: TextValues = {}): string {
  return template.replace(/\{([A-Za-z]+)\}/gu, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

/** The texts of a table in the chosen language: `t("title")`, `t("daysLeft", { n: 3 })`. */
export function useText<T extends TextTable>(
  table: T,
): (key: keyof T & string, values?: TextValues) => string {
  const { lang } = useContext(LangContext);
  return useCallback((key, values) => fillText(table[key]?.[lang] ?? key, values), [table, lang]);
}

/** The chosen language and how to change it. */
export function useLang(): LangChoice {
  return useContext(LangContext);
}
