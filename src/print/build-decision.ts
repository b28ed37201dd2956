import type { Recipient } from "../domain/copy.ts";
import { heading, label, textBlock } from "./blocks.ts";
import { buildContext } from "./build-context.ts";
import type { AppealFacts, DecisionFacts } from "./facts.ts";
import { sectionBlocks } from "./field-blocks.ts";
import { frameOf } from "./frame.ts";
import { decisionFront } from "./front-page.ts";
import { listForms } from "./list-forms.ts";
import type { Block, PrintModel } from "./model.ts";
import { withObjections } from "./objection-blocks.ts";
import { omittedBlocks } from "./omitted-blocks.ts";
import { say } from "./print-texts.ts";
import { decisionSigning } from "./signing-blocks.ts";

/** Document of the specification that a decision is written by. */
export const decisionDocument = "decision";

/** Fields that stand in the signature block and not once more among the answers. */
const inSigning = ["decidedAt", "decider", "presenter"];

/**
 * A decision on paper for one recipient: what FL 31 and 32 demand, and how it can be tried (FL 33, by the
 * appeal table of the law). Pure: the same facts always give the same model.
 */
export function buildDecision(
  facts: DecisionFacts,
  recipient: Recipient,
  copyCode: string,
): PrintModel {
  const ctx = buildContext(facts, recipient, decisionDocument);
  const sections = facts.spec.document(decisionDocument)?.sections ?? [];
  return {
    ...frameOf(ctx, facts, copyCode),
    front: decisionFront(ctx, facts),
    body: [
      ...withObjections(ctx, [
        ...sections.flatMap((section) =>
          sectionBlocks(
            ctx,
            { ...section, fields: section.fields.filter((field) => !inSigning.includes(field.id)) },
            listForms,
          ),
        ),
        ...decisionSigning(ctx),
      ]),
      ...appealBlocks(facts.appeal),
      ...omittedBlocks(ctx),
    ],
  };
}

function appealBlocks(appeal: AppealFacts): readonly Block[] {
  return [
    heading(2, say("print.appeal.heading")),
    textBlock(label("", appeal.section), appeal.text),
  ];
}
