import type { PersonLabel } from "../../../src/contract/shapes.ts";
import { type Lang, useLang } from "../../text/text.ts";

type Named = Pick<PersonLabel, "name" | "nameEn">;

/** The name of a person; of one whose name is hidden the words that stand for it, in the language of the page. */
export function nameOf(person: Named, lang: Lang): string {
  return lang === "en" ? (person.nameEn ?? person.name) : person.name;
}

/** {@link nameOf} in the language of the page. */
export function useNameOf(): (person: Named) => string {
  const { lang } = useLang();
  return (person) => nameOf(person, lang);
}
