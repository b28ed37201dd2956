import type { Uuid } from "../../kernel/ids.ts";
import { ageOn, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import type { Letter, LetterAudience } from "../../spec/letter-types.ts";
import type { MatterState, ReportState } from "../akt-state.ts";
import type { DecideContext } from "../command.ts";
import { birthDateOf } from "../person/person-state.ts";
import { textOf, truthOf } from "../read.ts";

/** Somebody a letter can be written to. The reporter and other bodies are no persons of the register. */
export interface LetterRecipient {
  readonly audience: LetterAudience;
  readonly person?: Uuid;
  /** Why this recipient cannot have the letter. */
  readonly problems: readonly Problem[];
}

/** Classes of reporters (codelist `reporter-class`) who have a duty to report (SoL 2025 19:1-3). */
const dutyClasses: readonly string[] = ["duty-general", "duty-counselling", "duty-ombudsman"];

/**
 * Who a letter can be written to on a day: every guardian in force, the child (with the reason where it is too
 * young to be written to), the reporter of the report it is about, or a body the writer names.
 */
export function recipientsOf(
  letter: Letter,
  matter: MatterState,
  ids: Readonly<Record<string, Uuid>>,
  ctx: DecideContext,
  on: PlainDate,
): readonly LetterRecipient[] {
  const audiences = ctx.pack.letters.audiences.filter(({ id }) => letter.recipients.includes(id));
  const seen = new Set<string>();
  return audiences.flatMap((audience) => {
    if (seen.has(audience.role)) return [];
    seen.add(audience.role);
    switch (audience.role) {
      case "guardian":
        return guardiansOf(audience, ctx);
      case "child":
        return [childOf(audience, ctx, on)];
      case "reporter":
        return reporterOf(letter, matter, ids, ctx);
      case "body":
        return [{ audience, problems: [] }];
    }
  });
}

function guardiansOf(audience: LetterAudience, ctx: DecideContext): readonly LetterRecipient[] {
  const persons = ctx.parties.filter(({ kind }) => kind === "guardian").map(({ person }) => person);
  return [...new Set(persons)].map((person) => ({ audience, person, problems: [] }));
}

/** The child is written to from the age at which it speaks for itself (SoL 2025 3:4, 21:1). */
function childOf(audience: LetterAudience, ctx: DecideContext, on: PlainDate): LetterRecipient {
  const from = audience.fromAge;
  if (from === undefined) return { audience, person: ctx.child.person, problems: [] };
  const born = birthDateOf(ctx.child, on);
  const old = born !== undefined && ageOn(born, on) >= from;
  const tooYoung = problem("letter.child-too-young", { status: 409, params: { age: from } });
  return { audience, person: ctx.child.person, problems: old ? [] : [tooYoung] };
}

function reporterOf(
  letter: Letter,
  matter: MatterState,
  ids: Readonly<Record<string, Uuid>>,
  ctx: DecideContext,
): readonly LetterRecipient[] {
  const report = matter.reports.find((one) => one.report === ids["report"]);
  if (report === undefined) return [];
  const wanted = hasDuty(report) ? "duty-reporter" : "private-reporter";
  const audience = ctx.pack.letters.audiences.find(({ id }) => id === wanted);
  if (audience === undefined) return [];
  const anonymous = truthOf(report.coded["reporterAnonymous"]) === true;
  return [
    {
      audience,
      problems: [
        ...(anonymous ? [problem("letter.reporter-anonymous", { status: 409 })] : []),
        ...(letter.recipients.includes(wanted)
          ? []
          : [problem("letter.not-for-reporter", { status: 409 })]),
      ],
    },
  ];
}

/** Whether the reporter had to report: only then anything may be told (OSL 26:9 a). */
export function hasDuty(report: ReportState): boolean {
  return dutyClasses.includes(textOf(report.coded["reporterClass"]) ?? "");
}
