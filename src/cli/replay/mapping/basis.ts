import { z } from "zod";
import type { AnswerItem, Answers } from "../../../domain/event.ts";
import { factorsOf } from "../../../spec/lookup.ts";
import type { CaseEvent } from "../case-file.ts";
import type { PlacedEvent } from "../timeline.ts";
import {
  answersOf,
  at,
  codeOf,
  inEachMatter,
  itemOf,
  joined,
  leaveOut,
  mapping,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { assessedAreas, notedFactors } from "./factors.ts";
import { personId, personIds } from "./people.ts";
import { found } from "./reports.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const document = z.looseObject({
  matter: text,
  procedure: text,
  areas: z.record(
    z.string(),
    z.looseObject({
      statements: z
        .array(z.looseObject({ source: text, text: z.string(), secretTowards: keys.nullish() }))
        .default([]),
      childsWords: text,
    }),
  ),
  childsView: text,
  guardiansViews: z.array(z.looseObject({ guardian: z.string(), text })).default([]),
  analysis: z.looseObject({
    exposure: text,
    weighing: text,
    consequences: text,
    centralNeeds: keys.default([]),
    bestInterests: text,
    alternatives: text,
    conclusions: text,
  }),
  goals: keys.default([]),
  proposal: text,
});
type CaseDocument = z.infer<typeof document>;

const completed = z.looseObject({ author: z.string(), document });
const communicated = z.looseObject({
  to: keys,
  how: text,
  material: text,
  answerBy: z.string(),
  masked: z.boolean().nullish(),
});
const answered = z.looseObject({ party: z.string(), position: text, text });
const signed = z.looseObject({ document: z.string() });

const COMPLETED = "decisionBasis.completed";

/** The decision basis: fixed for the parties, communicated, answered and signed. */
export const basisKinds: Readonly<Record<string, KindMapping>> = {
  [COMPLETED]: mapping(completed, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "basis.fix",
      ids: { document: ctx.ids.thing(event.id, matter) },
      data: {},
      content: contentOf(event, data.document, matter, ctx),
      draft: ctx.ids.draft(event.id, matter),
      requires: [],
    })),
  ),
  communicated: mapping(communicated, (event, data, ctx) =>
    inEachMatter(event, (matter) => {
      const basis = found(ctx, matter, latestBasis(ctx, matter));
      if (basis === undefined) return undefined;
      return {
        type: "basis.communicate",
        ids: { document: ctx.ids.thing(basis.event.id, matter) },
        data: answersOf({
          to: personIds(ctx, data.to, "to"),
          how: data.how,
          answerBy: data.answerBy,
          masked: data.masked,
          text: data.material,
        }),
        requires: [basis.event.id],
      };
    }),
  ),
  partyAnswered: mapping(answered, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "party.answer",
      ids: {},
      data: answersOf({
        party: data.party.split(",").map((key) => personId(ctx, key.trim(), "party")),
        position: codeOf(ctx, "party-position", data.position, "position"),
        text: data.text,
      }),
      requires: [],
    })),
  ),
  "document.signed": mapping(signed, (event, data, ctx) => {
    const basis = ctx.timeline.find(data.document);
    if (basis?.event.kind !== COMPLETED) {
      leaveOut(ctx, "only a decision basis can be signed", at(ctx, "document"));
      return [];
    }
    return inEachMatter(event, (matter) => ({
      type: "basis.sign",
      ids: { document: ctx.ids.thing(data.document, matter) },
      data: {},
      draft: ctx.ids.draft(data.document, matter),
      requires: [data.document],
    }));
  }),
};

/** The basis of a matter that was completed last. */
function latestBasis(ctx: MapContext, matter: string): PlacedEvent | undefined {
  return ctx.timeline.before(ctx.place, matter, [COMPLETED]).at(-1);
}

function contentOf(
  event: CaseEvent,
  written: CaseDocument,
  matter: string,
  ctx: MapContext,
): Answers {
  const { analysis } = written;
  const item = (place: string, values: Parameters<typeof itemOf>[1]) =>
    itemOf(ctx.ids.item(event.id, matter, place), values);
  const exposed = (analysis.exposure ?? "") !== "";
  return answersOf({
    matterSummary: written.matter,
    procedure: written.procedure,
    statements: statementsOf(event, written, matter, ctx),
    factors: factorItems(event, matter, ctx),
    areaLevels: assessedAreas(ctx, matter).map(({ path, assessed }, index) =>
      item(`level ${index}`, {
        area: ctx.labels.code("area", assessed.area, `${path}/area`),
        level: String(assessed.level),
        parent: assessed.parent ? ctx.ids.person(assessed.parent) : undefined,
      }),
    ),
    childView: written.childsView,
    guardianViews: written.guardiansViews.map((view, index) =>
      item(`view ${index}`, {
        guardian: personId(ctx, view.guardian, "document", "guardiansViews", index, "guardian"),
        text: view.text,
      }),
    ),
    exposure: exposed ? "yes" : undefined,
    exposureText: analysis.exposure,
    weighing: analysis.weighing,
    consequences: analysis.consequences,
    centralNeeds: analysis.centralNeeds.map((words, index) =>
      item(`need ${index}`, { area: areaOfNeed(ctx, words), words }),
    ),
    bestInterests: analysis.bestInterests,
    alternatives: analysis.alternatives,
    // The goals themselves come with the plan, as `goal.set`: the text of the basis only repeats them.
    conclusions: joined(analysis.conclusions, ...written.goals),
    proposal: written.proposal,
  });
}

/** The statements of each area, and the child's own words as statements of their own. */
function statementsOf(
  event: CaseEvent,
  written: CaseDocument,
  matter: string,
  ctx: MapContext,
): readonly AnswerItem[] {
  return Object.entries(written.areas).flatMap(([area, content]) => {
    const code = codeOf(ctx, "area", area, "document", "areas", area);
    const said = content.statements.map((statement, index) =>
      itemOf(ctx.ids.item(event.id, matter, `statement ${area} ${index}`), {
        area: code,
        text: statement.text,
        sourceText: statement.source,
        hiddenFrom: personIds(ctx, statement.secretTowards ?? [], "document", "areas", area),
      }),
    );
    if (!content.childsWords) return said;
    const words = itemOf(ctx.ids.item(event.id, matter, `words ${area}`), {
      area: code,
      kind: "childs-words",
      text: content.childsWords,
    });
    return [...said, words];
  });
}

/** The factors noted in the matter since the document before: each has its time and its evidence there. */
function factorItems(event: CaseEvent, matter: string, ctx: MapContext): readonly AnswerItem[] {
  const before = latestBasis(ctx, matter)?.place ?? -1;
  return notedFactors(ctx, matter, before).map(({ path, noted }, index) => {
    const kind = ctx.labels.code("factor-kind", noted.type, `${path}/type`);
    const chosen = factorsOf(ctx.pack).find(
      (factor) =>
        factor.area === noted.area && factor.kind === kind && factor.label.sv === noted.label,
    );
    return itemOf(ctx.ids.item(event.id, matter, `factor ${index}`), {
      area: ctx.labels.code("area", noted.area, `${path}/area`),
      kind,
      factor: chosen?.id ?? ctx.labels.code("factor", `${noted.area} ${noted.label}`, path),
      strength: noted.strength === undefined ? undefined : String(noted.strength),
      evidence: (noted.evidence ?? []).join(", "),
      childsWords: noted.childsWords,
    });
  });
}

/** A central need begins with the code of its area where it belongs to one. */
function areaOfNeed(ctx: MapContext, words: string): string | undefined {
  const [first = ""] = words.split(" ");
  return ctx.pack.areas.find((area) => area.id === first)?.id;
}
