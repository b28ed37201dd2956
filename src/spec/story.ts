import data from "../../spec/chronology/story.json" with { type: "json" };

/** What may be shown alone of the child's story: event types, and of `act.recorded` some kinds of act. */
export interface StoryKind {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly types: readonly string[];
  /** Codes of codelist `act-kind`. */
  readonly acts: readonly string[];
}

/** The kinds in the order of the list (spec/chronology/story.json). */
export const storyKinds: readonly StoryKind[] = data.kinds.map((kind) => ({
  ...kind,
  acts: kind.acts ?? [],
}));

/** The kind of story that is contact with the child or the family: what a quiet stretch lacks. */
export const contactKind: StoryKind = kindOf(data.contactKind) ?? {
  id: data.contactKind,
  sv: "",
  en: "",
  types: [],
  acts: [],
};

/** So many whole months without contact in a running matter are told. */
export const quietMonths: number = data.quietMonths;

const everybody: ReadonlySet<string> = new Set(data.partyCopy.everybody);
const ownOnly: ReadonlySet<string> = new Set(data.partyCopy.ownOnly);

/** A kind by its id; undefined where there is none. */
export function kindOf(id: string): StoryKind | undefined {
  return storyKinds.find((kind) => kind.id === id);
}

/**
 * Whether a line stands in the copy for a party (OSL 26:1): lines of some types for everybody, of some only where
 * the party itself is named, all others for nobody.
 */
export function standsInPartyCopy(type: string, named: readonly string[], party: string): boolean {
  return everybody.has(type) || (ownOnly.has(type) && named.includes(party));
}

/** Every event type the data names, for the test that each of them exists. */
export const storyTypes: readonly string[] = [
  ...storyKinds.flatMap(({ types }) => types),
  ...everybody,
  ...ownOnly,
];
