import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { momentParts, shortId } from "../frame.ts";
import type { FrontPart, PictureFile, PrintModel } from "../model.ts";
import { dayInWords, paragraphsOf, say } from "../print-texts.ts";

/** A document that came in, ready to be copied for somebody. */
export interface ReceivedFacts {
  readonly received: Uuid;
  /** What it is: "Intyg". */
  readonly kind: string;
  readonly arrivedOn: PlainDate;
  readonly takenInAt: Instant;
  /** For whom the copy is; absent in the unit's own. */
  readonly recipient?: string;
  /** Who sent it and what it is about, in the unit's own copy alone. */
  readonly sender: readonly string[];
  readonly text?: string;
  readonly pages: readonly PictureFile[];
  readonly board: { readonly name: string; readonly synthetic: boolean };
}

/**
 * A copy of a document that came in: its text or its pages as they are, under a head that says what it is, when
 * it came and for whom the copy was made. Pure. Nothing in it says who sent it, but in the unit's own copy.
 */
export function buildReceived(facts: ReceivedFacts, copyCode: string): PrintModel {
  const { recipient } = facts;
  return {
    format: 1,
    kind: "received",
    title: facts.kind,
    subtitle: say("received.copy.about"),
    documentTitle: say("received.copy.document", { id: shortId(facts.received) }),
    signedAt: momentParts(facts.takenInAt),
    marks: [
      ...(facts.board.synthetic ? [say("print.mark.synthetic")] : []),
      ...(recipient === undefined ? [say("print.mark.internal")] : []),
    ],
    sender: { board: facts.board.name },
    masthead: [
      {
        label: say("print.masthead.copy-for"),
        lines: [recipient ?? say("print.masthead.internal")],
      },
      { label: say("received.copy.arrived"), lines: [dayInWords(facts.arrivedOn)] },
      ...(recipient === undefined
        ? [{ label: say("received.copy.sender"), lines: facts.sender }]
        : []),
    ],
    front: textOf(facts),
    body: facts.pages.length === 0 ? [] : [{ type: "pages", pages: facts.pages }],
    footer: {
      running: facts.kind,
      left: [
        recipient === undefined
          ? say("print.footer.internal", { code: copyCode })
          : say("print.footer.copy-for", { code: copyCode, name: recipient }),
        say("received.copy.document", { id: shortId(facts.received) }),
      ],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

function textOf({ text }: ReceivedFacts): readonly FrontPart[] {
  if (text === undefined) return [];
  return [{ heading: say("received.copy.text"), paragraphs: paragraphsOf(text), voice: "plain" }];
}
