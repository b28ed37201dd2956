import { z } from "zod";
import {
  answersOf,
  at,
  codeOf,
  inEachMatter,
  itemOf,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { isPerson, nameOf, personId } from "./people.ts";

const text = z.string().nullish();

const consent = z.looseObject({ by: z.string(), concerns: text, form: text });
const scored = z.looseObject({
  instrument: z.string(),
  respondent: z.string(),
  occasion: text,
  total: z.number().nullable(),
  interpretation: text,
  subscales: z.record(z.string(), z.number()).nullish(),
});

/** Occasions of a case by the codes of the program; in the investigation is before any measure. */
const occasions: Readonly<Record<string, string>> = {
  baseline: "baseline",
  utredning: "baseline",
  "under insats": "during",
  slut: "end",
};
/** Words for the child itself. */
const theChild = ["barnet", "den unge"];
const teacher = /^(?:lärare|mentor|klasslärare|förskollärare)/u;

/** Consents, and results of instruments. */
export const registerKinds: Readonly<Record<string, KindMapping>> = {
  "consent.given": mapping(
    consent,
    (event, data, ctx) =>
      inEachMatter(event, (matter) => ({
        type: "consent.give",
        ids: { consent: ctx.ids.thing(event.id, matter) },
        data: answersOf({
          occurredAt: event.occurredAt,
          by: [personId(ctx, data.by, "by")],
          concerns: data.concerns,
          consentForm: codeOf(ctx, "consent-form", data.form, "form"),
        }),
        requires: [],
      })),
    { attempts: false },
  ),
  "instrument.scored": mapping(
    scored,
    (event, data, ctx) =>
      inEachMatter(event, (matter) => ({
        type: "instrument.score",
        ids: { result: ctx.ids.thing(event.id, matter) },
        data: answersOf({
          scoredAt: event.occurredAt,
          instrument: instrumentNamed(ctx, data.instrument, "instrument"),
          ...respondentOf(ctx, data.respondent),
          occasion: data.occasion ? occasions[data.occasion] : undefined,
          total: data.total === null ? undefined : String(data.total),
          subscales: Object.entries(data.subscales ?? {}).map(([scale, value]) =>
            itemOf(ctx.ids.item(event.id, matter, scale), { scale, value: String(value) }),
          ),
          interpretation: data.interpretation,
        }),
        requires: [],
      })),
    { attempts: false },
  ),
};

/** Who answered: the child, a person of the case by id, anybody else in the words of the case. */
function respondentOf(ctx: MapContext, respondent: string): Record<string, string | undefined> {
  if (theChild.includes(respondent)) return { respondentKind: "child" };
  if (!isPerson(ctx, respondent)) {
    const kind = teacher.test(respondent) ? "school" : "other";
    return { respondentKind: kind, respondent: nameOf(ctx, respondent) ?? respondent };
  }
  const guards = ctx.file.relations.some(
    ({ from, kind }) => from === respondent && kind === "vårdnadshavare",
  );
  const respondentPerson = personId(ctx, respondent, "respondent");
  return { respondentKind: guards ? "guardian" : "carer", respondentPerson };
}

/** The instrument that words begin with ("SDQ lärarversion", "ASQ:SE-2 via BVC"); another one where none is known. */
export function instrumentNamed(
  ctx: MapContext,
  name: string,
  ...steps: readonly string[]
): string {
  const words = name.split(" ");
  const found = words
    .map((_, index) => words.slice(0, words.length - index).join(" "))
    .map((beginning) => ctx.labels.find("instrument", beginning))
    .find((code) => code !== undefined);
  if (found === undefined) leaveOut(ctx, `${name} is no instrument of the list`, at(ctx, ...steps));
  return found ?? "other";
}
