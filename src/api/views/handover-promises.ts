import type { handover } from "../../contract/views/handover.ts";
import type { MatterState } from "../../domain/akt-state.ts";
import { codesOf, itemsOf, textOf } from "../../domain/read.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { AnswerOf, RequestContext } from "../http/handler.ts";
import { contactsWithChild } from "./handover-contacts.ts";
import { codeWords, type HandoverSources } from "./handover-sources.ts";
import { wordsOf } from "./labels.ts";

type Promised = AnswerOf<typeof handover>["promised"][number];

/** After every day there is: what has no day comes last. */
const NO_DAY = "9999-12-31";

/**
 * What somebody has been told will happen and has not happened yet: word to a reporter who asked for it, time to
 * answer the basis, a meeting somebody was summoned to, talks and contacts of the plan. Nothing is written down twice.
 */
export function promisesOf(
  ctx: RequestContext,
  matter: MatterState,
  sources: HandoverSources,
): readonly Promised[] {
  return [
    ...feedback(ctx, matter, sources),
    ...answerTimes(ctx, matter, sources),
    ...meetings(ctx, sources),
    ...planned(ctx, matter, sources),
  ].toSorted((a, b) => ((a.on ?? NO_DAY) < (b.on ?? NO_DAY) ? -1 : 1));
}

/** A reporter is named by what they are, and only to those who may see that. */
function feedback(
  ctx: RequestContext,
  matter: MatterState,
  sources: HandoverSources,
): readonly Promised[] {
  const given = new Set(
    matter.facts.flatMap(({ name, report }) =>
      name === "feedback.given" || name === "feedback.refused" ? (report ?? []) : [],
    ),
  );
  return matter.reports
    .filter(({ coded, report }) => coded["wantsFeedback"] === true && !given.has(report))
    .map(({ coded }) => {
      const kind = sources.classes.includes("reporter") ? textOf(coded["reporterKind"]) : undefined;
      return {
        what: wordsOf(ctx, "handover.feedback"),
        to:
          kind === undefined
            ? wordsOf(ctx, "handover.reporter")
            : codeWords(sources, "reporter-kind", kind),
        on: null,
      };
    });
}

function answerTimes(
  ctx: RequestContext,
  { basis }: MatterState,
  sources: HandoverSources,
): readonly Promised[] {
  if (basis === undefined || basis.status === "signed") return [];
  return basis.communicated
    .filter(({ answeredOn, answerBy }) => answeredOn === undefined && answerBy >= ctx.today)
    .map(({ party, answerBy }) => ({
      what: wordsOf(ctx, "handover.answer-time"),
      to: named(ctx, sources, party),
      on: answerBy,
    }));
}

function meetings(ctx: RequestContext, sources: HandoverSources): readonly Promised[] {
  return sources.events.flatMap(({ event: { type, body } }) => {
    const on = dayIn(body.data["meetingAt"]);
    if (type !== "letter.sent" || on === undefined || on < ctx.today) return [];
    const place = sources.classes.includes("contact")
      ? (textOf(body.data["meetingPlace"]) ?? "")
      : "";
    const [person = ""] = codesOf(body.data["to"]);
    return [
      {
        what: wordsOf(ctx, "handover.meeting", { place }),
        to: named(ctx, sources, person),
        on,
      },
    ];
  });
}

/** What the plan that holds has ahead of it; a talk without a day counts until the child has been met after it. */
function planned(
  ctx: RequestContext,
  { plan }: MatterState,
  sources: HandoverSources,
): readonly Promised[] {
  const event = sources.events.find((each) => each.event.seq === plan?.seq)?.event;
  if (plan === undefined || event === undefined) return [];
  const reads = sources.classes.includes("narrative");
  const since = plan.revisedOn ?? plan.madeOn;
  const met = contactsWithChild(ctx, sources).some(({ on }) => on >= since);
  const talks = itemsOf(event.body.data["talks"]).flatMap((talk) => {
    const on = dayIn(talk["on"]);
    if (on === undefined ? met : on < ctx.today) return [];
    const text = reads ? (textOf(talk["how"]) ?? "") : "";
    return [
      {
        what: wordsOf(ctx, "handover.planned-talk", { text }),
        to: named(ctx, sources, sources.child),
        on: on ?? null,
      },
    ];
  });
  const contacts = itemsOf(event.body.data["contacts"]).flatMap((contact) => {
    const on = dayIn(contact["on"]);
    if (on === undefined || on < ctx.today) return [];
    const text = reads ? (textOf(contact["about"]) ?? "") : "";
    const body = textOf(contact["body"]);
    const what = wordsOf(ctx, "handover.planned-contact", { text });
    return [{ what, to: body === undefined ? null : codeWords(sources, "informant", body), on }];
  });
  return [...talks, ...contacts];
}

function named(ctx: RequestContext, { names }: HandoverSources, person: string): Promised["to"] {
  const name = names.get(person);
  return name === undefined ? null : wordsOf(ctx, "handover.person", { name });
}

/** The day of a day or of a local time. */
function dayIn(value: Parameters<typeof textOf>[0]): PlainDate | undefined {
  return parsePlainDate((textOf(value) ?? "").slice(0, NO_DAY.length));
}
