import type { Choice } from "./fields/choice-field.tsx";

/** Whom something may be shown to, by place in the family: a letter says nothing without a name. */
export const AUDIENCES = "visible-to";

/**
 * The choices of whom something may be shown to, each guardian by name. A letter that stands for nobody in
 * this akt is no choice. Other choices are as they were.
 */
export function namedAudiences(
  choices: readonly Choice[],
  codelist: string | undefined,
  guardians: readonly Choice[],
): readonly Choice[] {
  if (codelist !== AUDIENCES || guardians.length === 0) return choices;
  return choices.flatMap((choice) => {
    const named = guardians.find(({ audience }) => audience === choice.id);
    if (named !== undefined) return [{ ...choice, label: named.label }];
    return choice.id.startsWith("guardian-") ? [] : [choice];
  });
}
