import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Letter } from "../../spec/letter-types.ts";
import type { MatterState } from "../akt-state.ts";
import type { Answers } from "../event.ts";
import { itemsOf, textOf } from "../read.ts";
import { isMarked, isWhollySecret, mayBeShown } from "../received/may-be-shown.ts";
import type { ReceivedState } from "../received/received-state.ts";
import type { LetterRecipient } from "./letter-recipients.ts";

/** What may go with a letter (codelist `enclosure-kind`). */
export const ENCLOSURE_KINDS = ["basis", "decision", "received"] as const;
export type EnclosureKind = (typeof ENCLOSURE_KINDS)[number];

export interface Enclosure {
  readonly kind: EnclosureKind;
  /** The document, the decision, the document that came in. */
  readonly item: Uuid;
}

/** Something of the matter that may go with a letter, and what stands against it for this recipient. */
export interface PossibleEnclosure extends Enclosure {
  readonly problems: readonly Problem[];
  /** The letter speaks of it: it goes along unless somebody says otherwise. */
  readonly belongs: boolean;
}

/** Class of field (letters/recipients.json) that only a party has: only a party gets copies of the matter. */
const enclosed = "enclosed";

/**
 * What may go with a letter to somebody (FL 10 §, OSL 10:3): the basis and the decisions, each as a copy made
 * for the recipient, and what came in as far as the recipient may see it. Nobody but a party gets anything.
 */
export function possibleEnclosures(
  letter: Letter,
  matter: MatterState,
  ids: Readonly<Record<string, Uuid>>,
  { audience, person }: LetterRecipient,
): readonly PossibleEnclosure[] {
  if (person === undefined || !audience.sees.includes(enclosed)) return [];
  const { basis, decisions, received = [] } = matter;
  return [
    ...(basis === undefined ? [] : [whole("basis", basis.document, letter.enclosure === "basis")]),
    ...decisions.map(({ decision }) =>
      whole("decision", decision, letter.enclosure === "decision" && ids["decision"] === decision),
    ),
    ...received.map((one) => receivedEnclosure(one, matter, person)),
  ];
}

function whole(kind: EnclosureKind, item: Uuid, belongs: boolean): PossibleEnclosure {
  return { kind, item, belongs, problems: [] };
}

function receivedEnclosure(
  received: ReceivedState,
  matter: MatterState,
  person: Uuid,
): PossibleEnclosure {
  const { document } = received;
  return {
    kind: "received",
    item: document,
    belongs: false,
    problems: receivedProblems(received, matter, person),
  };
}

/**
 * What stands against handing a document that came in to a party. A whole document is left out where a part of
 * it is secret: nothing in what somebody else wrote can be masked. Where the reporter is shielded the writer is
 * told to read it through (OSL 26:5): no machine reads a picture.
 */
export function receivedProblems(
  received: ReceivedState,
  matter: MatterState,
  person: Uuid,
): readonly Problem[] {
  if (isWhollySecret(received)) return [problem("enclosure.secret", { status: 409 })];
  if (!mayBeShown(received, person)) return [problem("enclosure.hidden", { status: 409 })];
  const shielded = matter.reports.some((report) => report.shielded);
  return [
    ...(isMarked(received) ? [problem("enclosure.marked", { severity: "warn" })] : []),
    ...(shielded ? [problem("enclosure.reporter-shielded", { severity: "warn" })] : []),
  ];
}

/** What the answers of a letter (list `enclosures`) say goes with it, each once. */
export function chosenEnclosures(data: Answers): readonly Enclosure[] {
  const seen = new Set<string>();
  return itemsOf(data["enclosures"]).flatMap((each) => {
    const kind = ENCLOSURE_KINDS.find((one) => one === textOf(each["kind"]));
    const item = parseUuid(textOf(each["item"]) ?? "");
    if (kind === undefined || item === undefined || seen.has(item)) return [];
    seen.add(item);
    return [{ kind, item }];
  });
}

/** Why what was chosen cannot go with the letter, and what to look at before it does. */
export function enclosureProblems(
  data: Answers,
  possible: readonly PossibleEnclosure[],
): readonly Problem[] {
  const pointer = "/data/enclosures";
  return chosenEnclosures(data).flatMap(({ item, kind }) => {
    const found = possible.find((one) => one.item === item && one.kind === kind);
    if (found === undefined) return [problem("enclosure.not-possible", { status: 409, pointer })];
    return found.problems.map((each) => ({ ...each, pointer }));
  });
}
