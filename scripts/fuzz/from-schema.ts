import { z } from "zod";

import type { SeededRandom } from "../../src/kernel/random.ts";
import type { KnownValues } from "./known-values.ts";
import { nastyText } from "./nasty.ts";

/** What is used of JSON Schema. */
interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const schemas = new WeakMap<z.ZodType, JsonSchema>();

/** The shape of a route as JSON Schema, made once. */
function schemaOf(shape: z.ZodType): JsonSchema {
  const known = schemas.get(shape);
  if (known !== undefined) return known;
  const made = parseSchema(z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }));
  schemas.set(shape, made);
  return made;
}

function parseSchema(schema: unknown): JsonSchema {
  return schema as JsonSchema;
}

/** What values are made from. */
export interface Source {
  readonly random: SeededRandom;
  readonly known: KnownValues;
}

/** A value that mostly fits a shape, with contents that real requests have. */
export function valueFor(shape: z.ZodType, source: Source): unknown {
  return make(schemaOf(shape), "", source, 0);
}

const DEEPEST = 6;

function make(schema: JsonSchema, name: string, source: Source, depth: number): unknown {
  const { random } = source;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return make(random.pick(choices), name, source, depth + 1);
  switch (schema.type) {
    case "object":
      return makeObject(schema, source, depth);
    case "array": {
      const length = depth > DEEPEST ? 0 : random.integer(0, 3);
      const { items = {} } = schema;
      return Array.from({ length }, () => make(items, name, source, depth + 1));
    }
    case "number":
    case "integer":
      return makeNumber(schema, name, source);
    case "boolean":
      return random.integer(0, 1) === 1;
    case "null":
      return null;
    default:
      return makeText(schema, name, source);
  }
}

function makeObject(schema: JsonSchema, source: Source, depth: number): Record<string, unknown> {
  const { random, known } = source;
  const entries: [string, unknown][] = [];
  for (const [key, each] of Object.entries(schema.properties ?? {})) {
    const wanted = schema.required?.includes(key) === true || random.integer(0, 2) > 0;
    if (wanted) entries.push([key, make(each, key, source, depth + 1)]);
  }
  const { additionalProperties: more } = schema;
  if (typeof more === "object" && depth <= DEEPEST) {
    for (let n = random.integer(0, 5); n > 0; n -= 1) {
      const key = known.name(random);
      entries.push([key, make(more, key, source, depth + 1)]);
    }
  }
  return Object.fromEntries(entries);
}

function makeNumber(schema: JsonSchema, name: string, { random, known }: Source): unknown {
  const seen = known.pick(name, random);
  if (typeof seen === "number" && random.integer(0, 2) > 0) return seen;
  return random.integer(Math.max(schema.minimum ?? 0, -9), Math.min(schema.maximum ?? 400, 4000));
}

const DAYS = ["2026-11-25", "2026-02-29", "2025-01-31", "1900-01-01", "2999-12-31"];

function makeText(schema: JsonSchema, name: string, { random, known }: Source): string {
  const seen = known.pick(name, random);
  if (typeof seen === "string" && random.integer(0, 4) > 0) return seen;
  if (schema.format === "uuid") return makeUuid(random);
  const { pattern } = schema;
  if (pattern !== undefined) {
    const day = random.pick(DAYS);
    const fitting = [day, `${day}T09:30`, `${day}.7`].find((each) =>
      new RegExp(pattern, "u").test(each),
    );
    if (fitting !== undefined) return fitting;
  }
  return random.integer(0, 3) === 0 ? nastyText(random) : `ord ${random.integer(0, 99)}`;
}

/** An id nobody has. */
export function makeUuid(random: SeededRandom): string {
  const hex = Buffer.from(random.bytes(16)).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
