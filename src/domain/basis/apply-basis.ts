import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { addFact, idOf, type MatterReducer } from "../akt-change.ts";
import type { BasisState, MatterState } from "../akt-state.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { investigationId, personsOf } from "../investigation/apply-investigation.ts";
import { withBasisGoals } from "../measure/goals.ts";
import { codesOf, itemsOf, pick, textOf } from "../read.ts";

/** Coded answers of a decision basis that follow-up counts; its narrative stays in the version. */
const codedBasisFields = [
  "exposure",
  "measureNeed",
  "sipNeed",
  "violenceRiskAssessment",
  "childParticipation",
  "informants",
] as const;

export const basisFixed: MatterReducer = (matter, event) => {
  const basis = basisOf(event, event.body.content ?? {}, {
    version: (matter.basis?.version ?? 0) + 1,
    fixedVersion: (matter.basis?.version ?? 0) + 1,
    status: "fixed",
    communicated: matter.basis?.communicated ?? [],
  });
  return withBasisGoals({ ...matter, basis }, event);
};

/** Signing makes the version final; where the content changed since it was fixed it is a version of its own. */
export const basisSigned: MatterReducer = (matter, event) => {
  const before = matter.basis;
  const on = stockholmDate(event.occurredAt);
  const signed = { status: "signed" as const, signedOn: on, signedAt: event.occurredAt };
  const content = event.body.content;
  const basis: BasisState | undefined =
    content === undefined
      ? before && { ...before, ...signed, seq: event.seq }
      : basisOf(event, content, {
          version: (before?.version ?? 0) + 1,
          fixedVersion: before?.fixedVersion ?? 0,
          communicated: before?.communicated ?? [],
          ...(before?.reviewedOn === undefined ? {} : { reviewedOn: before.reviewedOn }),
          ...signed,
        });
  const next = basis === undefined ? matter : withBasisGoals({ ...matter, basis }, event);
  return addFact(next, event, "basis.signed", investigationId(matter));
};

export const basisReviewed: MatterReducer = (matter, event) =>
  changeBasis(matter, (basis) => {
    const returned = textOf(event.body.data["outcome"]) === "returned";
    return { ...basis, reviewedOn: stockholmDate(event.occurredAt), returned };
  });

export const basisCommunicated: MatterReducer = (matter, event) => {
  const answerBy = parsePlainDate(textOf(event.body.data["answerBy"]) ?? "");
  if (answerBy === undefined) return matter;
  const on = stockholmDate(event.occurredAt);
  return changeBasis(matter, (basis) => ({
    ...basis,
    communicated: [
      ...basis.communicated,
      ...personsOf(codesOf(event.body.data["to"])).map((party) => ({
        party,
        on,
        answerBy,
        version: basis.version,
      })),
    ],
  }));
};

export const partyAnswered: MatterReducer = (matter, event) => {
  const on = stockholmDate(event.occurredAt);
  const position = textOf(event.body.data["position"]);
  const parties = personsOf(codesOf(event.body.data["party"]));
  return changeBasis(matter, (basis) => ({
    ...basis,
    communicated: basis.communicated.map((sent) =>
      parties.includes(sent.party) && sent.answeredOn === undefined
        ? { ...sent, answeredOn: on, ...(position === undefined ? {} : { position }) }
        : sent,
    ),
  }));
};

type BasisMeta = Pick<BasisState, "version" | "fixedVersion" | "status" | "communicated"> &
  Partial<Pick<BasisState, "reviewedOn" | "signedOn" | "signedAt">>;

function basisOf(event: RecordedEvent, content: Answers, meta: BasisMeta): BasisState {
  return {
    document: idOf(event, "document"),
    seq: event.seq,
    author: event.actor,
    ...meta,
    coded: pick(content, codedBasisFields),
    needs: itemsOf(content["centralNeeds"]).map((need) => {
      const area = textOf(need["area"]);
      return { id: need.id, ...(area === undefined ? {} : { area }) };
    }),
    factors: itemsOf(content["factors"]).flatMap((item) => {
      const factor = textOf(item["factor"]);
      const area = textOf(item["area"]);
      const kind = textOf(item["kind"]);
      return factor && area && kind ? [{ area, kind, factor }] : [];
    }),
    ...levelsOf(content),
    guardianViews: itemsOf(content["guardianViews"]).flatMap((view) => {
      const guardian = textOf(view["guardian"]);
      const involved = textOf(view["involved"]);
      return guardian === undefined
        ? []
        : [{ guardian, ...(involved === undefined ? {} : { involved }) }];
    }),
    hasChildView: textOf(content["childView"]) !== undefined,
    hasBestInterests: textOf(content["bestInterests"]) !== undefined,
  };
}

function levelsOf(content: Answers): Pick<BasisState, "levels"> {
  const levels = itemsOf(content["areaLevels"]).flatMap((item) => {
    const [area, level, parent] = [
      textOf(item["area"]),
      textOf(item["level"]),
      textOf(item["parent"]),
    ];
    if (area === undefined || level === undefined) return [];
    return [{ area, level, ...(parent === undefined ? {} : { parent }) }];
  });
  return levels.length === 0 ? {} : { levels };
}

function changeBasis(matter: MatterState, change: (basis: BasisState) => BasisState): MatterState {
  return matter.basis === undefined ? matter : { ...matter, basis: change(matter.basis) };
}
