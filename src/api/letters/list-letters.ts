import { listLetters } from "../../contract/letters/list-letters.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import type { LetterState } from "../../domain/letters/letter-state.ts";
import { possibleEnclosures } from "../../domain/letters/enclosures.ts";
import { enclosureLabel } from "../../print/letters/enclosure-label.ts";
import type { LetterRecipient } from "../../domain/letters/letter-recipients.ts";
import { protectedAddress } from "../../domain/letters/letter-problems.ts";
import { type PossibleLetter, possibleLetters } from "../../domain/letters/possible-letters.ts";
import type { PersonLabel } from "../../contract/shapes.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { labelOf } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { readAkt } from "../../store/views/read-akt.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type AnswerOf, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { problemShapeOf } from "../http/problem-answer.ts";
import { hiddenPersons } from "../views/hidden-persons.ts";
import { personLabel } from "../views/labels.ts";
import { decideContextOf } from "../views/next-step-view.ts";
import { openAkt } from "../views/open-akt.ts";

type Answer = AnswerOf<typeof listLetters>;
type Possible = Answer["possible"][number];
type Sent = Answer["sent"][number];
type Labels = ReadonlyMap<string, PersonLabel>;

export const listLettersHandler = handle(listLetters, async (ctx, { params }) => {
  const akt = uuidOf(params.akt);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openAkt(tx, ctx, listLetters, akt);
    if ("problem" in opened) return fail(opened.problem);
    const view = await readAkt(tx, akt, ctx.today);
    if (view === undefined) return fail(problem("akt.not-found", { status: 404 }));
    const matters = Object.values(view.state.matters).filter(({ matter }) =>
      opened.reading.matters.has(matter),
    );
    const persons = view.parties.map(({ person }) => person);
    const briefs = await findBriefs(tx, [...persons, opened.facts.person]);
    logAccess(
      tx,
      "view",
      accessEntry(ctx, listLetters, { akt, persons: [...briefs.keys()] }),
      ctx.now,
    );
    const hidden = await hiddenPersons(tx, ctx, briefs.values());
    const labels: Labels = new Map(
      [...briefs].map(([person, brief]) => [person, personLabel(ctx, brief, !hidden.has(person))]),
    );
    const possible = matters.flatMap((matter) => {
      const context = decideContextOf(ctx, view, matter.matter);
      return possibleLetters(view.state, matter.matter, context).map((one) =>
        possibleView(
          ctx,
          matter,
          one,
          labels,
          (recipient) =>
            protectedAddress(context, matter, recipient.person, undefined) !== undefined,
        ),
      );
    });
    const sent = matters.flatMap((matter) => {
      const { pack } = ctx.app.store.packs.current(ctx.tenant, matter.matter);
      const staff = (id: Uuid) => ctx.organisation.staff.get(id)?.name;
      return (matter.letters ?? []).map((letter) =>
        sentView(pack, matter.matter, letter, labels, staff),
      );
    });
    return ok({ possible, sent });
  });
});

function possibleView(
  ctx: RequestContext,
  matter: MatterState,
  { letter, ids, recipients }: PossibleLetter,
  labels: Labels,
  isProtected: (recipient: LetterRecipient) => boolean,
): Possible {
  return {
    matter: matter.matter,
    letter: letter.id,
    sv: letter.name.sv,
    en: letter.name.en,
    ids,
    about: dayOf(matter, ids),
    recipients: recipients.map((one) => ({
      enclosures: enclosuresView(ctx, matter, letter, ids, one),
      role: one.audience.role,
      person: one.person ?? null,
      label: labels.get(one.person ?? "")?.name ?? one.audience.label.sv,
      labelEn: englishOf(labels, one.person) ?? one.audience.label.en,
      protected: isProtected(one),
      problems: one.problems.map((found) => problemShapeOf(found, ctx.app.problemTexts)),
    })),
  };
}

/** The name, or the words that stand for a hidden one, in English; undefined where nobody is named. */
function englishOf(labels: Labels, person: Uuid | undefined): string | undefined {
  const label = labels.get(person ?? "");
  return label?.nameEn ?? label?.name;
}

function enclosuresView(
  ctx: RequestContext,
  matter: MatterState,
  letter: PossibleLetter["letter"],
  ids: PossibleLetter["ids"],
  recipient: LetterRecipient,
): Possible["recipients"][number]["enclosures"] {
  const { pack } = ctx.app.store.packs.current(ctx.tenant, matter.matter);
  return possibleEnclosures(letter, matter, ids, recipient).map(
    ({ kind, item, belongs, problems }) => ({
      kind,
      item,
      belongs,
      label: enclosureLabel(kind, item, matter, pack),
      problems: problems.map((found) => problemShapeOf(found, ctx.app.problemTexts)),
    }),
  );
}

/** Tells two letters about different reports or decisions apart. */
function dayOf(matter: MatterState, ids: Readonly<Record<string, Uuid>>): string | null {
  const report = matter.reports.find((one) => one.report === ids["report"]);
  const decision = matter.decisions.find((one) => one.decision === ids["decision"]);
  return report?.arrivedOn ?? decision?.on ?? null;
}

/** A reporter and a body are told by what they are: the name stands in the letter only. */
function sentView(
  pack: Pack,
  matter: Uuid,
  sent: LetterState,
  labels: Labels,
  staff: (id: Uuid) => string | undefined,
): Sent {
  const { letter, kind, recipient, person, on, way, answerBy, answeredOn, file } = sent;
  return {
    matter,
    letter,
    kind,
    sv: labelOf(pack, "letter-kind", kind, "sv"),
    en: labelOf(pack, "letter-kind", kind, "en"),
    to: labels.get(person ?? "")?.name ?? labelOf(pack, "letter-recipient", recipient, "sv"),
    toEn: englishOf(labels, person) ?? labelOf(pack, "letter-recipient", recipient, "en"),
    on,
    way: way ?? null,
    answerBy: answerBy ?? null,
    answeredOn: answeredOn ?? null,
    file: file ?? null,
    by: sent.by === undefined ? null : (staff(sent.by) ?? null),
    understood: sent.understood ?? null,
    enclosed: sent.enclosed?.length ?? 0,
    said: sent.said !== undefined,
  };
}
