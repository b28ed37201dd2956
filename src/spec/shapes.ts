import { z } from "zod";
import { parseExpression } from "../kernel/expression/parse.ts";
import type { Expression } from "../kernel/expression/types.ts";
import { parsePlainDate } from "../kernel/plain-date.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { letters } from "./letter-shapes.ts";
import type { RecordingRule } from "./recording-types.ts";
import { instrument } from "./instrument-shapes.ts";
import type { Beside } from "./beside-types.ts";
import type { CodeMap } from "./map-types.ts";
import type * as types from "./types.ts";

/** Shapes of the files of a pack. Every key is known by name: a misspelt key is refused, not ignored. */
const texts = z.strictObject({ sv: z.string(), en: z.string() });
const ids = z.array(z.string());
const flag = z.boolean().exactOptional();
const optionalText = texts.exactOptional();
const optionalId = z.string().exactOptional();

const date = z.string().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "not a date" });
  return z.NEVER;
});

const expression = z.unknown().transform((json, context): Expression => {
  const parsed = parseExpression(json);
  if (parsed.ok) return parsed.value;
  for (const found of parsed.problems) {
    context.addIssue({
      code: "custom",
      message: found.id,
      path: (found.pointer ?? "").split("/").slice(1),
    });
  }
  return z.NEVER;
});

export const manifest: z.ZodType<types.Manifest> = z.strictObject({
  id: z.string(),
  version: z.string(),
  extends: z.string().nullable(),
  name: texts,
  validFrom: date,
  licence: z.string(),
  // A sign between the year and the serial number: no such number is also a number of a person.
  matterNumber: z
    .string()
    .regex(/^[^{}\d\s]*\{year\}[^{}\d\s]+\{serial:[1-9]\}$/u)
    .exactOptional(),
  source: texts,
});

export const side: z.ZodType<types.Side> = z.strictObject({ id: z.string(), name: texts });

export const area: z.ZodType<types.Area> = z.strictObject({
  id: z.string(),
  side: z.string(),
  name: texts,
  help: texts,
  perCarer: flag,
});

export const areas = z.strictObject({ sides: z.array(side), areas: z.array(area) });

export const factor: z.ZodType<types.Factor> = z.strictObject({
  id: z.string(),
  area: z.string(),
  kind: z.enum(["protective", "risk"]),
  label: texts,
  ages: z.array(z.enum(["a", "b", "c", "d"])).exactOptional(),
});

export const field: z.ZodType<types.Field> = z.strictObject({
  id: z.string(),
  label: texts,
  help: optionalText,
  type: z.enum([
    "text",
    "longtext",
    "date",
    "datetime",
    "yesno",
    "integer",
    "code",
    "codes",
    "person",
    "persons",
    "list",
  ]),
  codelist: optionalId,
  required: z
    .strictObject({
      level: z.enum(["law", "follow-up", "practice"]),
      when: expression.exactOptional(),
      rule: optionalId,
    })
    .exactOptional(),
  visibleWhen: expression.exactOptional(),
  class: z.enum(["narrative", "coded", "identity", "contact", "reporter", "health"]),
  variable: optionalId,
  print: flag,
  choiceOf: z.enum(["need", "goal", "received", "picture"]).exactOptional(),
  get items() {
    return z.array(field).exactOptional();
  },
  max: z.int().positive().exactOptional(),
});

export const section: z.ZodType<types.Section> = z.strictObject({
  id: z.string(),
  title: texts,
  help: optionalText,
  perArea: flag,
  visibleWhen: expression.exactOptional(),
  fields: z.array(field),
});

export const documentSpec: z.ZodType<types.DocumentSpec> = z.strictObject({
  id: z.string(),
  code: z.string(),
  name: texts,
  phase: z.string(),
  kind: z.enum(["act", "document", "living"]),
  facts: z
    .array(z.strictObject({ id: z.string(), type: z.enum(["yesno", "integer"]), label: texts }))
    .exactOptional(),
  cites: flag,
  sections: z.array(section),
});

export const beside: z.ZodType<Beside> = z.strictObject({
  id: z.string(),
  guidance: optionalText,
  earlier: ids.exactOptional(),
});

export const code: z.ZodType<types.Code> = z.strictObject({
  id: z.string(),
  label: texts,
  group: optionalId,
  short: optionalId,
  help: optionalText,
  legacy: ids.exactOptional(),
  exclusive: flag,
  validFrom: date.exactOptional(),
  validTo: date.exactOptional(),
});

const codeGroup = z.strictObject({ id: z.string(), label: texts });

export const codelist: z.ZodType<types.Codelist> = z.strictObject({
  id: z.string(),
  name: texts,
  source: optionalText,
  groups: z.array(codeGroup).exactOptional(),
  codes: z.array(code),
});

const valueType = z.enum(["code", "codes", "integer", "days", "date", "datetime", "yesno"]);
const row = z.enum(["background", "akt", "utr", "bes", "gen", "fol", "avs", "goal"]);

const variablePart = z.strictObject({
  id: z.string(),
  column: z.string(),
  label: texts,
  type: valueType,
  codelist: optionalId,
});

export const variable: z.ZodType<types.Variable> = z.strictObject({
  id: z.string(),
  row,
  grain: z.union([row, z.enum(["guardian", "choice"])]),
  column: z.string(),
  step: z.string(),
  area: z.string(),
  label: texts,
  definition: texts,
  guidance: optionalText,
  type: z.union([valueType, z.literal("perGuardian")]),
  valueType: valueType.exactOptional(),
  codelist: optionalId,
  codeGroup: optionalId,
  parts: z.array(variablePart).exactOptional(),
  derived: z.boolean(),
  starter: z.boolean(),
  status: z.enum(["named-elsewhere", "other-national", "own"]),
  source: texts,
  available: z.boolean(),
  difficulty: optionalText,
  export: flag,
  never: ids.exactOptional(),
});

export const step: z.ZodType<types.ProcessStep> = z.strictObject({ id: z.string(), name: texts });

export const act: z.ZodType<types.ProcessAct> = z.strictObject({
  id: z.string(),
  step: z.string(),
  name: texts,
  verb: texts,
  document: optionalId,
});

export const process: z.ZodType<types.Process> = z.strictObject({
  steps: z.array(step),
  acts: z.array(act),
});

export const recordingRule: z.ZodType<RecordingRule> = z.strictObject({
  id: z.string(),
  roles: ids,
  qualified: flag,
  ask: texts,
  acts: ids,
  correctable: ids.exactOptional(),
  undoable: ids.exactOptional(),
  movable: ids.exactOptional(),
  decisions: z.record(z.string(), z.string()).exactOptional(),
});

export const textMap = z.record(z.string(), z.string());

export const codeMap: z.ZodType<CodeMap> = z.strictObject({
  kind: z.enum(["split", "merged", "dropped", "meaning-changed"]),
  codelist: optionalId,
  from: z.string(),
  to: ids,
  note: texts,
});

/** A whole pack, as it is kept in the database and sent to the page. */
export const pack: z.ZodType<types.Pack> = z.strictObject({
  manifest,
  sides: z.array(side),
  areas: z.array(area),
  factors: z.array(factor),
  documents: z.record(z.string(), documentSpec),
  codelists: z.record(z.string(), codelist),
  variables: z.array(variable),
  process,
  letters,
  recording: z.array(recordingRule),
  instruments: z.array(instrument),
  beside: z.array(beside),
  texts: z.strictObject({ sv: textMap, en: textMap }),
  maps: z.array(codeMap),
});
