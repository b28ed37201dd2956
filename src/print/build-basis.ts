import type { Recipient } from "../domain/copy.ts";
import { areaBlocks } from "./area-blocks.ts";
import { buildContext } from "./build-context.ts";
import type { BasisFacts } from "./facts.ts";
import { sectionBlocks } from "./field-blocks.ts";
import { frameOf } from "./frame.ts";
import { basisFront } from "./front-page.ts";
import { listForms } from "./list-forms.ts";
import type { PrintModel } from "./model.ts";
import { withObjections } from "./objection-blocks.ts";
import { omittedBlocks } from "./omitted-blocks.ts";
import { basisSigning } from "./signing-blocks.ts";

/** Document of the specification that a decision basis is written by. */
export const basisDocument = "decision-basis";

/**
 * The decision basis on paper for one recipient, with the headings and labels of the specification it
 * was written by. Pure: the same facts always give the same model.
 */
export function buildBasis(facts: BasisFacts, recipient: Recipient, copyCode: string): PrintModel {
  const ctx = buildContext(facts, recipient, basisDocument);
  const sections = facts.spec.document(basisDocument)?.sections ?? [];
  return {
    ...frameOf(ctx, facts, copyCode),
    front: basisFront(ctx, facts),
    body: [
      ...withObjections(ctx, [
        ...sections.flatMap((section) =>
          section.perArea ? areaBlocks(ctx, section) : sectionBlocks(ctx, section, listForms),
        ),
        ...basisSigning(ctx),
      ]),
      ...omittedBlocks(ctx),
    ],
  };
}
