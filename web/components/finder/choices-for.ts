/** Something that can be chosen in a list while one types. */
export interface FinderChoice {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is: those of one group stand together. */
  readonly group: string;
  readonly detail?: string;
  /** The key that does the same. */
  readonly keys?: string;
  /** Finds it besides its words. */
  readonly also?: string;
}

/** The choices that have every word that is typed, those first whose label begins with it; in their order otherwise. */
export function choicesFor<C extends FinderChoice>(
  choices: readonly C[],
  typed: string,
): readonly C[] {
  const low = (text: string) => text.toLocaleLowerCase("sv");
  const whole = low(typed.trim());
  if (whole === "") return choices;
  const words = whole.split(/\s+/u);
  const found = choices.filter(({ label, group, detail = "", also = "" }) => {
    const text = low(`${label} ${group} ${detail} ${also}`);
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label, also }: C) => low(label).startsWith(whole) || low(also ?? "") === whole;
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}
