import { z } from "zod";
import {
  answersOf,
  codeOf,
  inEachMatter,
  joined,
  mapping,
  unknownReference,
  at,
  type KindMapping,
  type MapContext,
} from "./mapping.ts";
import { personIds, staffId } from "./people.ts";

const text = z.string().nullish();
const keys = z.array(z.string());

const opened = z.looseObject({
  report: text,
  application: text,
  level: text,
  decider: z.string(),
  investigator: text,
  coInvestigator: text,
  reason: z.string(),
});
const notOpened = z.looseObject({
  report: z.string(),
  level: text,
  decider: z.string(),
  reasonCode: text,
  reason: z.string(),
  risk: text,
  informedFamily: text,
});
const linked = z.looseObject({ report: z.string(), investigation: z.string(), text });
const informed = z.looseObject({
  who: keys,
  how: text,
  text,
  childInformed: text,
  childUnderstood: text,
});
const postponed = z.looseObject({ who: keys, reason: z.string(), until: text });
const extended = z.looseObject({
  until: z.string().nullable(),
  reason: text,
  reasonText: text,
  level: text,
  decider: z.string(),
});
const closed = z.looseObject({ result: text, reason: text });
const matterClosed = z.looseObject({ reason: text });
const handler = z.looseObject({ toStaff: z.string() });

/** Put where a report is linked and the case says nothing more; the law asks for a reason. */
const LINKED = "Anmälan tillförs den pågående utredningen.";

/** Opening, informing, extending and closing an investigation, and closing the matter. */
export const investigationKinds: Readonly<Record<string, KindMapping>> = {
  "investigation.opened": mapping(opened, (event, data, ctx) => {
    const source = data.report ?? data.application ?? undefined;
    return inEachMatter(event, (matter) => ({
      type: "investigation.open",
      ids: {
        investigation: ctx.ids.thing(event.id, matter),
        decider: staffId(ctx, data.decider, "decider"),
        ...(source === undefined ? {} : { report: eventId(ctx, source, matter, "report") }),
        ...(data.investigator
          ? { investigator: staffId(ctx, data.investigator, "investigator") }
          : {}),
        ...(data.coInvestigator
          ? { coInvestigator: staffId(ctx, data.coInvestigator, "coInvestigator") }
          : {}),
      },
      data: answersOf({
        outcome: "open",
        decidedAt: event.occurredAt,
        reason: data.reason,
        level: codeOf(ctx, "decision-level", data.level, "level"),
      }),
      requires: source === undefined ? [] : [source],
    }));
  }),
  "investigation.notOpened": mapping(notOpened, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "investigation.not-open",
      ids: {
        report: eventId(ctx, data.report, matter, "report"),
        decider: staffId(ctx, data.decider, "decider"),
      },
      data: answersOf({
        outcome: "not-open",
        decidedAt: event.occurredAt,
        reason: data.reason,
        notOpenReason: codeOf(ctx, "not-open-reason", data.reasonCode, "reasonCode"),
        risk: data.risk,
        informedFamily: data.informedFamily,
        level: codeOf(ctx, "decision-level", data.level, "level"),
      }),
      requires: [data.report],
    })),
  ),
  "report.linked": mapping(linked, (event, data, ctx) =>
    inEachMatter(event, (matter) => ({
      type: "report.link",
      ids: {
        report: eventId(ctx, data.report, matter, "report"),
        investigation: eventId(ctx, data.investigation, matter, "investigation"),
      },
      data: answersOf({
        outcome: "link",
        decidedAt: event.occurredAt,
        reason: data.text ?? LINKED,
      }),
      requires: [data.report, data.investigation],
    })),
  ),
  informed: mapping(informed, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "party.inform",
      ids: {},
      data: answersOf({
        who: personIds(ctx, data.who, "who"),
        on: event.occurredAt,
        how: wayOf(ctx, data.how),
        text: joined(data.how, data.text),
        childInformed: codeOf(ctx, "info-way", data.childInformed, "childInformed"),
        childUnderstood: codeOf(ctx, "understood", data.childUnderstood, "childUnderstood"),
      }),
      requires: [],
    })),
  ),
  "informing.postponed": mapping(postponed, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "informing.postpone",
      ids: {},
      data: answersOf({
        who: personIds(ctx, data.who, "who"),
        reason: data.reason,
        until: data.until,
      }),
      requires: [],
    })),
  ),
  "investigation.extended": mapping(extended, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "investigation.extend",
      ids: { decider: staffId(ctx, data.decider, "decider") },
      data: answersOf({
        until: data.until,
        reason: codeOf(ctx, "extension-investigation-reason", data.reason, "reason"),
        reasonText: data.reasonText,
        level: codeOf(ctx, "decision-level", data.level, "level"),
      }),
      requires: [],
    })),
  ),
  "investigation.closed": mapping(closed, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "investigation.close",
      ids: {},
      data: answersOf({
        result: codeOf(ctx, "investigation-result", data.result, "result"),
        reason: data.reason,
      }),
      requires: [],
    })),
  ),
  "case.closed": mapping(matterClosed, (event, data) =>
    inEachMatter(event, () => ({
      type: "matter.close",
      ids: {},
      data: answersOf({ reason: data.reason }),
      requires: [],
    })),
  ),
  "handler.changed": mapping(handler, (event, data, ctx) =>
    inEachMatter(event, () => ({
      type: "matter.assign",
      ids: { worker: staffId(ctx, data.toStaff, "toStaff") },
      data: {},
      requires: [],
    })),
  ),
};

/** The id of what an earlier event made in the matter. */
export function eventId(ctx: MapContext, id: string, matter: string, field: string) {
  if (ctx.timeline.find(id) === undefined) unknownReference(ctx, id, at(ctx, field));
  return ctx.ids.thing(id, matter);
}

/** The way somebody was told, where the words are a label; other words stand in the text only. */
function wayOf(ctx: MapContext, how: string | null | undefined): string | undefined {
  return how === null || how === undefined ? undefined : ctx.labels.find("informed-way", how);
}
