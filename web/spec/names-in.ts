import type { ChildPageAnswer } from "../api/queries.ts";
import { nameOf } from "../components/person-label/name-of.ts";
import type { Lang } from "../text/text.ts";

/**
 * Names for what has been answered about a child: everybody of the family by id, whoever was a guardian once
 * too, and each guardian by the code of `visible-to` that stands for them in this akt.
 */
export function namesIn(child: ChildPageAnswer, lang: Lang): ReadonlyMap<string, string> {
  const { family, parties } = child;
  const guardians = family.filter(({ guardian, audience }) => guardian && isLetter(audience));
  return new Map([
    ...guardians.map(({ audience, label }) => [audience, nameOf(label, lang)] as const),
    ...family.map(({ person, label }) => [person, nameOf(label, lang)] as const),
    ...parties.map(({ person, label }) => [person, nameOf(label, lang)] as const),
    [child.person, child.child.name] as const,
  ]);
}

/** The persons among such names: nobody stands there twice, once for each way of naming a guardian. */
export function personsIn(
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return [...names].filter(([id]) => !isLetter(id));
}

/** The codes of guardians; the child and all others have words of their own. */
function isLetter(audience: string): boolean {
  return audience.startsWith("guardian-");
}
