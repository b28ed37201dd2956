import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { MatterState } from "../akt-state.ts";
import type { LetterState } from "./letter-state.ts";
import { basisCommunicated } from "../basis/apply-basis.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { partyInformed, personsOf } from "../investigation/apply-investigation.ts";
import { actRecorded } from "../matter/apply-matter.ts";
import { codesOf, textOf } from "../read.ts";
import { chosenEnclosures } from "./enclosures.ts";

/** What sending a letter is besides: the same fact as if it had been recorded by itself, written once. */
type Meaning = (matter: MatterState, event: RecordedEvent, akt: Akt) => MatterState;
type Akt = Parameters<MatterReducer>[2];

/** How the child was informed (codelist `info-way`). */
const written = "written";

const meanings: Readonly<Record<string, Meaning>> = {
  receipt: asAct({ kind: "reporter.acknowledged" }),
  feedback: asAct({ kind: "feedback.given", feedback: "given" }),
  "information-request": asAct({ kind: "consultation.requested" }),
  "transfer-request": asAct({ kind: "transfer.requested", transferDirection: "we-ask" }),
  "investigation-opened": (matter, event, akt) =>
    partyInformed(matter, withData(event, { who: personsIn(event) }), akt),
  "child-version": childInformed,
  communication: (matter, event, akt) =>
    basisCommunicated(
      matter,
      withData(event, {
        to: personsIn(event),
        answerBy: textOf(event.body.data["answerBy"]) ?? "",
      }),
      akt,
    ),
};

/** A letter was handed over or sent: to whom, how, when; its words are in the event and in the print. */
export const letterSentTo: MatterReducer = (matter, event, akt) => {
  const { data, ids } = event.body;
  const kind = textOf(data["letter"]) ?? "";
  const [person] = personsIn(event);
  const way = textOf(data["way"]);
  const answerBy = parsePlainDate(textOf(data["answerBy"]) ?? "");
  const understood = textOf(data["understood"]);
  const { report, decision, file } = ids;
  const enclosed = chosenEnclosures(data);
  const sent: LetterState = {
    letter: idOf(event, "letter"),
    kind,
    recipient: textOf(data["recipient"]) ?? "",
    on: stockholmDate(event.occurredAt),
    ...(person === undefined ? {} : { person }),
    ...(way === undefined ? {} : { way }),
    ...(understood === undefined ? {} : { understood }),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(report === undefined ? {} : { report }),
    ...(decision === undefined ? {} : { decision }),
    ...(file === undefined ? {} : { file }),
    ...(enclosed.length === 0 ? {} : { enclosed }),
    by: event.actor,
  };
  const next = { ...matter, letters: [...(matter.letters ?? []), sent] };
  return meanings[kind]?.(next, event, akt) ?? addFact(next, event, "letter.sent");
};

/** A letter was answered. */
export const letterAnswered: MatterReducer = (matter, event) => {
  const letter = idOf(event, "letter");
  const { data } = event.body;
  const on = stockholmDate(event.occurredAt);
  const answeredOn = parsePlainDate(textOf(data["answeredOn"]) ?? "") ?? on;
  const words = textOf(data["childsWords"]);
  const visibleTo = codesOf(data["visibleTo"]);
  const said = words === undefined ? {} : { said: { seq: event.seq, on: answeredOn, visibleTo } };
  return {
    ...matter,
    letters: (matter.letters ?? []).map((sent) =>
      sent.letter === letter ? { ...sent, answeredOn, ...said } : sent,
    ),
  };
};

/** The child's own version is information to the child (SoL 2025 3:3), not to the parties about the opening. */
function childInformed(matter: MatterState, event: RecordedEvent): MatterState {
  const { investigation } = matter;
  const understood = textOf(event.body.data["understood"]);
  const next = addFact(matter, event, "letter.sent");
  if (investigation === undefined) return next;
  return {
    ...next,
    investigation: {
      ...investigation,
      childInformed: { way: written, ...(understood === undefined ? {} : { understood }) },
      childInformedWays: [...(investigation.childInformedWays ?? []), written],
    },
  };
}

function asAct(data: Answers): Meaning {
  return (matter, event, akt) => {
    const act = idOf(event, "letter");
    const ids = { ...event.body.ids, act };
    return actRecorded(matter, { ...event, body: { ids, data } }, akt);
  };
}

function withData(event: RecordedEvent, data: Answers): RecordedEvent {
  return { ...event, body: { ...event.body, data } };
}

function personsIn(event: RecordedEvent): readonly Uuid[] {
  return personsOf(codesOf(event.body.data["to"]));
}
