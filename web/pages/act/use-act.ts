import { useMemo, useState } from "react";
import { useDraft } from "../../drafts/use-draft.ts";
import { useDraftPack } from "../../spec/use-pack.ts";
import { useLang } from "../../text/text.ts";
import { documentOfCommand, newIdOfCommand } from "./act-definitions.ts";
import { knownItems } from "./known-items.ts";
import { type AskedStep, stepOf } from "./step-of.ts";
import { type MatterAnswer, useMatter } from "./use-matter.ts";

/** The act that an address asks for. */
export interface AskedAct {
  readonly akt: string;
  readonly matterId: string;
  /** The command. */
  readonly asked: string;
  /** The id of the thing it is about; empty = the first there is. */
  readonly askedAbout: string;
}

/** The form of an act: the matter around it, the step it is, its draft, and what it may name. */
export function useAct({ akt, matterId, asked, askedAbout }: AskedAct) {
  const place = useMatter(akt, matterId);
  const { matter } = place;
  const { lang } = useLang();
  // A form stays with what it was opened for, whatever others do to the matter meanwhile.
  const [about] = useState(() => stepOf(matter, asked, askedAbout).about);
  const { command, step, measure } = stepOf(matter, asked, about ?? "");
  const documentId = documentOfCommand(command) ?? "act";
  const [made] = useState(() => crypto.randomUUID());
  const draft = useDraft({
    draft: made,
    document: documentId,
    akt,
    matter: matterId,
    ...(about === undefined ? {} : { item: about }),
  });
  const pack = useDraftPack(draft.specDigest);
  const ids = useMemo(
    () => idsOf(matter, { command, step, measure }, made),
    [matter, command, step, measure, made],
  );
  const known = useMemo(
    () => knownItems(pack, matter, lang, { command, measure }),
    [pack, matter, lang, command, measure],
  );
  return { ...place, command, step, measure, documentId, draft, pack, ids, known };
}

/** The things the command concerns, from what the matter shows. */
function idsOf(
  matter: MatterAnswer | undefined,
  { command, step, measure }: Pick<AskedStep, "command" | "step" | "measure">,
  made: string,
): Record<string, string> {
  const ids: Record<string, string> = {};
  const report = matter?.reports.find((entry) => entry.outcome === null);
  const decision =
    matter?.decisions.findLast((entry) => entry.notified.length === 0) ?? matter?.decisions.at(-1);
  const makes = newIdOfCommand[command];
  if (report !== undefined) ids["report"] = report.report;
  if (matter?.investigation !== null && matter?.investigation !== undefined)
    ids["investigation"] = matter.investigation.investigation;
  if (matter?.basis !== null && matter?.basis !== undefined)
    ids["document"] = matter.basis.document;
  if (decision !== undefined) ids["decision"] = decision.decision;
  if (makes !== undefined) ids[makes] = made;
  if (measure !== undefined) ids["measure"] = measure.measure;
  return { ...ids, ...step?.ids };
}
