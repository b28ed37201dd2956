import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import { conflictsOf, type LocalFields, takenAwayOf } from "./draft-values.ts";
import type { SaveState } from "./save-state.ts";

/** What a page shows of its draft, but for the state of saving, which comes and goes while somebody types. */
export interface DraftPage {
  /** As they were when the writer last rested; what is being typed is in `live`. */
  readonly answers: Answers;
  /** The specification the draft was begun with; undefined until it has been opened. */
  readonly specDigest: string | undefined;
  /** It has been opened, or said to be out of reach. */
  readonly ready: boolean;
  /** Paths where somebody else's text stands beside one's own. */
  readonly conflicts: ReadonlyMap<string, unknown>;
  /** Items taken away while somebody wrote in them, by the path of their place. */
  readonly takenAway: ReadonlyMap<string, AnswerItem>;
  /** Who else writes where just now, by path. */
  readonly writers: ReadonlyMap<string, string>;
}

/** What there is to see of a draft at one moment. */
export interface DraftSnapshot extends DraftPage {
  readonly saveState: SaveState;
}

/** The state of saving, for whoever tells it. */
export interface Saving {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => SaveState;
}

/** Before anything has been read or typed. */
export const nothingShown: DraftPage = {
  answers: {},
  specDigest: undefined,
  ready: false,
  conflicts: new Map(),
  takenAway: new Map(),
  writers: new Map(),
};

/** What a page is made of. */
interface Facts extends Pick<DraftPage, "answers" | "specDigest" | "writers"> {
  readonly state: SaveState;
  readonly fields: LocalFields;
}

/** What a page shows now: the page as it was where nothing of it is new, so that a save draws nothing anew. */
export function pageAfter(before: DraftPage, facts: Facts): DraftPage {
  const { state, fields, ...rest } = facts;
  const [conflicts, takenAway] = [conflictsOf(fields), takenAwayOf(fields)];
  const ready = state.kind !== "opening";
  const isSame =
    before.answers === rest.answers &&
    before.specDigest === rest.specDigest &&
    before.ready === ready &&
    before.writers === rest.writers &&
    isSameMap(before.conflicts, conflicts) &&
    isNone(before.takenAway, takenAway);
  return isSame ? before : { ...rest, ready, conflicts, takenAway };
}

/** A text that stands beside one's own may stay for days: the page is not drawn anew for each save meanwhile. */
function isSameMap(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): boolean {
  return one.size === other.size && [...one].every(([path, value]) => other.get(path) === value);
}

function isNone(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === 0 && other.size === 0;
}
