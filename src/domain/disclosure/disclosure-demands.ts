import { problem } from "../../kernel/problem.ts";
import type { MatterState } from "../akt-state.ts";
import type { Check, CommandSubject, Demand } from "../command-definition.ts";
import { codesOf, itemsOf, textOf } from "../read.ts";
import type { DisclosureState } from "./disclosure-state.ts";

/** What is decided of a request (codelist `disclosure-outcome`). */
export const WHOLE = "whole";
export const NONE = "none";

/** Somebody asks for the own data (codelist `disclosure-kind`; GDPR 15). */
export function isOwnData({ kind }: DisclosureState): boolean {
  return kind === "gdpr-access";
}

/** A request of a matter; undefined where there is none such. */
export function disclosureIn(
  matter: MatterState | undefined,
  disclosure: string | undefined,
): DisclosureState | undefined {
  return matter?.disclosures?.find((each) => each.disclosure === disclosure);
}

function named({ matter, command }: CommandSubject): DisclosureState | undefined {
  return disclosureIn(matter, command.ids["disclosure"]);
}

export const newDisclosure: Demand = ({ akt, command }) => {
  const taken = Object.values(akt.matters).some(
    (matter) => disclosureIn(matter, command.ids["disclosure"]) !== undefined,
  );
  return taken
    ? problem("command.id-taken", { status: 409, params: { name: "disclosure" } })
    : undefined;
};

/** It was asked for and is not handed over: what somebody has in hand is examined no more. */
export const disclosureWaits: Demand = (subject) => {
  const asked = named(subject);
  if (asked === undefined) return problem("disclosure.not-found", { status: 404 });
  return asked.handedOn === undefined
    ? undefined
    : problem("disclosure.handed-over", { status: 409 });
};

/** Nothing leaves that nobody has examined, and nothing that was refused. */
export const disclosureGranted: Demand = (subject) => {
  const outcome = named(subject)?.decided?.outcome;
  if (outcome === undefined) return problem("disclosure.not-examined", { status: 409 });
  return outcome === NONE ? problem("disclosure.refused", { status: 409 }) : undefined;
};

/** Whoever asks is somebody: a party, or others by what they are called (an unknown person may be called so). */
export const somebodyAsks: Check = ({ command: { data } }) =>
  codesOf(data["by"]).length > 0 || (textOf(data["askedBy"]) ?? "").trim() !== ""
    ? []
    : [problem("disclosure.nobody-asks", { pointer: "/data/by" })];

/** "Everything" leaves nothing out, and "in part" something: else the decision says another thing than the copy. */
export const outcomeFits: Check = ({ command: { data } }) => {
  const outcome = textOf(data["disclosureOutcome"]);
  const withheld = itemsOf(data["withheld"]).length;
  const fits = outcome === WHOLE ? withheld === 0 : outcome === NONE || withheld > 0;
  return outcome === undefined || fits
    ? []
    : [problem("disclosure.outcome-differs", { pointer: "/data/disclosureOutcome" })];
};

/** Whether a decision lets everything out, and whether somebody else than the protected gets it, as the law asks (OSL 21:3 a). */
export function disclosureFacts(subject: CommandSubject): {
  readonly inFull: boolean;
  readonly to: readonly string[];
  readonly toOutsider: boolean;
} {
  const by = named(subject)?.by ?? [];
  return {
    inFull: textOf(subject.command.data["disclosureOutcome"]) === WHOLE,
    to: by,
    toOutsider: by.length === 0,
  };
}

/** The kind of decision that not disclosing something is; more is said after a point, as the law asks. */
export const REFUSAL = "refuse-disclosure";

/**
 * Handing out everything is anybody's task who may examine; to refuse, in whole or in part, is a decision that the
 * board's order says who may take (OSL 6:3 and 6:7, KL 6:37 and 7:5).
 */
export function refusalOf(subject: CommandSubject): string | undefined {
  const outcome = textOf(subject.command.data["disclosureOutcome"]);
  if (outcome === undefined || outcome === WHOLE) return undefined;
  const kind = named(subject)?.kind;
  return kind === undefined ? REFUSAL : `${REFUSAL}.${kind}`;
}
