import { textOf } from "../domain/read.ts";
import { factRow, factsBlock, heading, label } from "./blocks.ts";
import type { BuildContext } from "./build-context.ts";
import type { PersonName } from "./facts.ts";
import { nameWithRole } from "./field-values.ts";
import { shortId } from "./frame.ts";
import type { Block, FactRow } from "./model.ts";
import { localInWords, momentInWords, say } from "./print-texts.ts";

/** Who made the basis final, in what capacity and when; or that nobody has yet. */
export function basisSigning(ctx: BuildContext): readonly Block[] {
  const { author, version } = ctx.facts;
  const signed = version.status === "signed";
  const rows = [
    factRow(label(say("print.signing.by")), personInWords(author)),
    factRow(label(say("print.signing.at")), momentInWords(version.at)),
    ...documentRow(ctx),
    ...(signed ? [] : [factRow(label(""), say("print.signing.not-signed"))]),
  ];
  const title = say(signed ? "print.signing.heading.signed" : "print.signing.heading.fixed");
  return [heading(2, title), ...factsBlock(rows)];
}

/** FL 31: the day, who decided, who presented. */
export function decisionSigning(ctx: BuildContext): readonly Block[] {
  const { author, version } = ctx.facts;
  const decider = textOf(ctx.content["decider"]);
  const presenter = textOf(ctx.content["presenter"]);
  const decidedAt = textOf(ctx.content["decidedAt"]);
  const by = decider === undefined ? personInWords(author) : nameWithRole(ctx, decider);
  const at = decidedAt === undefined ? momentInWords(version.at) : localInWords(decidedAt);
  const recordedBy = personInWords(author);
  const rows = [
    factRow(label(say("print.signing.by")), by, "/decider"),
    factRow(label(say("print.signing.at")), at, "/decidedAt"),
    ...(presenter === undefined
      ? []
      : [
          factRow(
            label(say("print.signing.presenter")),
            nameWithRole(ctx, presenter),
            "/presenter",
          ),
        ]),
    ...(recordedBy === by ? [] : [factRow(label(say("print.signing.recorded")), recordedBy)]),
    ...documentRow(ctx),
  ];
  return [heading(2, say("print.signing.heading.decision")), ...factsBlock(rows)];
}

export function personInWords(person: PersonName): string {
  return person.role === undefined ? person.name : `${person.name}, ${person.role}`;
}

export function documentRow(ctx: BuildContext): readonly FactRow[] {
  const { version, spec } = ctx.facts;
  const text = say("print.signing.document.text", {
    id: shortId(version.document),
    version: version.version,
    pack: spec.pack,
    hash: groups(version.contentHash),
  });
  return [factRow(label(say("print.signing.document")), text)];
}

/** A checksum in groups of eight, so that it can be read aloud and broken between lines. */
function groups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(" ") ?? hash;
}
