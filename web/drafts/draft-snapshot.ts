import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import type { SaveState } from "./save-state.ts";

/** What a form sees of its draft at one moment. */
export interface DraftSnapshot {
  /** As they were when the writer last rested; what is being typed is in `live`. */
  readonly answers: Answers;
  /** The specification the draft was begun with; undefined until it has been opened. */
  readonly specDigest: string | undefined;
  readonly saveState: SaveState;
  /** Paths where somebody else's text stands beside one's own. */
  readonly conflicts: ReadonlyMap<string, unknown>;
  /** Items taken away while somebody wrote in them, by the path of their place. */
  readonly takenAway: ReadonlyMap<string, AnswerItem>;
  /** Who else writes where just now, by path. */
  readonly writers: ReadonlyMap<string, string>;
}
