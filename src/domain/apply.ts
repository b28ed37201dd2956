import { stockholmDate } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import { maxDate } from "../kernel/plain-date.ts";
import { type MatterReducer, withMatter } from "./akt-change.ts";
import type { AktState } from "./akt-state.ts";
import {
  basisCommunicated,
  basisFixed,
  basisReviewed,
  basisSigned,
  partyAnswered,
} from "./basis/apply-basis.ts";
import { decisionAppealed, decisionMade, decisionNotified } from "./decision/apply-decision.ts";
import { caseworkReducers } from "./casework-reducers.ts";
import type { RecordedEvent } from "./event.ts";
import { followUpContact, followUpDecided, followUpEnded } from "./follow-up-23/apply-follow-up.ts";
import {
  preliminaryExtended,
  preliminaryNoted,
  protectionAssessed,
  reportDecided,
  reportReceived,
} from "./intake/apply-intake.ts";
import { GLASS_OPENED, GLASS_REVIEWED, withGlass } from "./glass/glass.ts";
import {
  informingPostponed,
  investigationClosed,
  investigationExtended,
  partyInformed,
} from "./investigation/apply-investigation.ts";
import { AKT_LINKED, AKT_UNLINKED, withLink } from "./matter/akt-links.ts";
import { letterAnswered, letterSentTo } from "./letters/apply-letter.ts";
import { handOverReducers } from "./matter/hand-over.ts";
import { actRecorded, matterAssigned, matterClosed } from "./matter/apply-matter.ts";
import { measureReducers } from "./measure/measure-reducers.ts";
import { noteSigned, talkSigned } from "./notes/apply-notes.ts";
import { originMarked } from "./record/apply-mark.ts";
import { standingEvents } from "./record/standing-events.ts";
import { AKT_THINNED } from "./retention/akt-thinned.ts";

/** What each event type does to its matter. An unknown type is an error: the log is never read past one. */
const reducers: Readonly<Record<string, MatterReducer>> = {
  ...caseworkReducers,
  "report.received": reportReceived,
  "protection.assessed": protectionAssessed,
  "preliminary.noted": preliminaryNoted,
  "preliminary.extended": preliminaryExtended,
  "investigation.opened": reportDecided("open", "investigation.opened"),
  "investigation.not-opened": reportDecided("not-open", "investigation.not-opened"),
  "report.linked": reportDecided("link", "report.linked"),
  "party.informed": partyInformed,
  "informing.postponed": informingPostponed,
  "investigation.extended": investigationExtended,
  "investigation.closed": investigationClosed,
  "note.signed": noteSigned,
  "talk.signed": talkSigned,
  "basis.fixed": basisFixed,
  "basis.reviewed": basisReviewed,
  "basis.communicated": basisCommunicated,
  "party.answered": partyAnswered,
  "basis.signed": basisSigned,
  "decision.made": decisionMade,
  "decision.notified": decisionNotified,
  "decision.appealed": decisionAppealed,
  "matter.assigned": matterAssigned,
  "matter.closed": matterClosed,
  ...handOverReducers,
  "act.recorded": actRecorded,
  "letter.sent": letterSentTo,
  "letter.answered": letterAnswered,
  ...measureReducers,
  "follow-up-23.decided": followUpDecided,
  "follow-up-23.contact": followUpContact,
  "follow-up-23.ended": followUpEnded,
};

/** Every event type an akt stream can hold. */
export const aktEventTypes: readonly string[] = [
  "akt.created",
  AKT_LINKED,
  AKT_UNLINKED,
  GLASS_OPENED,
  GLASS_REVIEWED,
  AKT_THINNED,
  ...Object.keys(reducers),
];

/** The version of the fold; a change of it makes every stored state be folded anew. */
export const aktStateVersion = 11;

/**
 * Folds one event into the state of an akt, in the order of `seq` only.
 *
 * @throws Error on an event type it does not know, or when the stream does not begin with `akt.created`.
 */
export function applyAkt(state: AktState | undefined, event: RecordedEvent, akt: Uuid): AktState {
  const on = stockholmDate(event.occurredAt);
  if (event.type === "akt.created") {
    const person = event.body.ids["person"];
    if (person === undefined) throw new Error("akt.created lacks the person");
    return { akt, person, createdOn: on, lastEntryOn: on, matters: {} };
  }
  if (state !== undefined && (event.type === AKT_LINKED || event.type === AKT_UNLINKED)) {
    return { ...withLink(state, event), lastEntryOn: maxDate(state.lastEntryOn, on) };
  }
  // To have looked is no entry of the record.
  if (state !== undefined && (event.type === GLASS_OPENED || event.type === GLASS_REVIEWED)) {
    return withGlass(state, event);
  }
  if (state !== undefined && event.type === AKT_THINNED) return state;
  const reducer = reducers[event.type];
  if (state === undefined || reducer === undefined) {
    throw new Error(`cannot fold event ${event.seq} of type ${event.type}`);
  }
  const next = withMatter(state, event, (matter, entry, of) =>
    originMarked(reducer(matter, entry, of), entry, of),
  );
  return { ...next, lastEntryOn: maxDate(next.lastEntryOn, stockholmDate(event.recordedAt)) };
}

/** Folds all events of an akt, each as it counts after corrections; undefined for none. */
export function foldAkt(events: readonly RecordedEvent[], akt: Uuid): AktState | undefined {
  let state: AktState | undefined;
  for (const event of standingEvents(events)) {
    if (event !== undefined) state = applyAkt(state, event, akt);
  }
  return state;
}
