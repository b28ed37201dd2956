import type { Uuid } from "../../kernel/ids.ts";
import { stockholmDate, type Instant } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { label } from "../blocks.ts";
import { momentParts, shortId } from "../frame.ts";
import type { PrintModel } from "../model.ts";
import { dayInWords, say } from "../print-texts.ts";

/** Who looked on a day, as the recipient may be told. */
export interface AccessPrintLine {
  readonly day: PlainDate;
  /** Function, unit or name, in that order, as far as they are told. */
  readonly who: readonly string[];
  /** "läste", "skrev eller beslutade". */
  readonly did: string;
  readonly times: number;
  /** What was looked at, in words; empty in a guardian's copy. */
  readonly what: readonly string[];
}

/** The extract ready for paper, masked for its recipient, newest first. */
export interface AccessPrintFacts {
  readonly akt: Uuid;
  readonly child: string;
  readonly party: { readonly name: string; readonly role: string; readonly isChild: boolean };
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly maker: string;
  readonly at: Instant;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly law: string;
  readonly named: boolean;
  readonly lines: readonly AccessPrintLine[];
}

/** The extract of the access log on paper. Pure: the same facts give the same model. */
export function buildAccesses(facts: AccessPrintFacts): PrintModel {
  const { party, board, at, child, lines, from, to } = facts;
  const title = say("accesses.title");
  return {
    format: 1,
    kind: "accesses",
    title,
    subtitle: child,
    documentTitle: say("accesses.document", { id: shortId(facts.akt) }),
    signedAt: momentParts(at),
    marks: board.synthetic ? [say("print.mark.synthetic")] : [],
    sender: { board: board.name },
    masthead: [
      { label: say("print.masthead.copy-for"), lines: [party.name, party.role] },
      { label: say("story.made-by"), lines: [facts.maker] },
      { label: say("story.made-on"), lines: [dayInWords(stockholmDate(at))] },
    ],
    front: [
      {
        heading: say("accesses.what"),
        paragraphs: [
          say("accesses.period", { from: dayInWords(from), to: dayInWords(to) }),
          say("accesses.why", { law: facts.law }),
          say(facts.named ? "accesses.named" : "accesses.function"),
          ...(party.isChild ? [] : [say("accesses.guardian")]),
          say("accesses.ask"),
        ],
        voice: "plain",
      },
    ],
    body:
      lines.length === 0
        ? [{ type: "facts", rows: [{ label: label(""), paragraphs: [say("accesses.none")] }] }]
        : [{ type: "facts", rows: lines.map(rowOf) }],
    footer: {
      running: say("print.running", { title, child }),
      left: [
        say("story.footer.copy", { name: party.name }),
        say("accesses.document", { id: shortId(facts.akt) }),
      ],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

function rowOf({ day, who, did, times, what }: AccessPrintLine) {
  const often = say(times === 1 ? "accesses.once" : "accesses.times", { did, n: times });
  return {
    label: label(dayInWords(day)),
    paragraphs: [who.join(", "), what.length === 0 ? often : `${often}: ${what.join(", ")}`],
  };
}
