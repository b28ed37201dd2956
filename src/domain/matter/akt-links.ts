import type { AktState } from "../akt-state.ts";
import type { RecordedEvent } from "../event.ts";

/** Two akter are about the same child, or it turned out that they are not. Each stays what it is. */
export const AKT_LINKED = "akt.linked";
export const AKT_UNLINKED = "akt.unlinked";

/** The akt with its link to another one made or taken away. */
export function withLink(state: AktState, event: RecordedEvent): AktState {
  const { akt, joining } = event.body.ids;
  if (joining === undefined) return state;
  const others = (state.linked ?? []).filter((link) => link.joining !== joining);
  const linked =
    event.type === AKT_LINKED && akt !== undefined ? [...others, { akt, joining }] : others;
  const { linked: _before, ...rest } = state;
  return linked.length === 0 ? rest : { ...rest, linked };
}
