/** What the words for a relation are in the register. Kinds that nothing depends on are all "other". */
const kinds: Readonly<Record<string, string>> = {
  vårdnadshavare: "guardian",
  "särskilt förordnad vårdnadshavare": "special-guardian",
  "god man": "good-man",
  förälder: "parent",
  syskon: "sibling",
  familjehem: "family-home",
  familjehemsförälder: "family-home",
  jourhem: "family-home",
  mormor: "relative",
  morfar: "relative",
  farmor: "relative",
  farfar: "relative",
  moster: "relative",
  morbror: "relative",
  faster: "relative",
  farbror: "relative",
};

/** The kind of relation in the register that Swedish words stand for. */
export function relationKind(words: string): string {
  return kinds[words] ?? "other";
}
