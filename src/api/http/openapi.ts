import { z } from "zod";
import type { Route } from "../../contract/route.ts";
import { problemShape } from "../../contract/shapes.ts";

type Json = Readonly<Record<string, unknown>>;

/** That of the addresses (`/api/v1`). Which program answers is nobody's business who is not signed in. */
const INTERFACE_VERSION = "1";

/** The description of the API as OpenAPI 3.1, made from the contract: there is no second place to change. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/gu, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Mittpunkt", version: INTERFACE_VERSION },
    paths,
    components: { schemas: { Problem: jsonSchema(problemShape, "output") } },
  };
}

function operationOf(route: Route): Json {
  const parameters = [
    ...parametersOf(route.params, "path"),
    ...(route.method === "GET" || route.takesBytes === true
      ? parametersOf(route.query, "query")
      : []),
  ];
  const body = route.method === "POST" ? { requestBody: bodyOf(route) } : {};
  return {
    operationId: route.id,
    tags: [route.id.split(".")[0]],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...body,
    responses: {
      "200": {
        description: "ok",
        content: { "application/json": { schema: jsonSchema(route.answer, "output") } },
      },
      default: {
        description: "refused",
        content: { "application/problem+json": { schema: refusalSchema } },
      },
    },
    "x-purpose": route.purpose,
    "x-action": route.action,
    "x-problems": route.problems,
    ...(route.command === undefined ? {} : { "x-command": route.command }),
  };
}

function bodyOf(route: Route): Json {
  if (route.takesBytes === true) {
    const schema = { type: "string", format: "binary" };
    return { required: true, content: { "application/octet-stream": { schema } } };
  }
  const kind = route.takesForm === true ? "application/x-www-form-urlencoded" : "application/json";
  return { required: true, content: { [kind]: { schema: jsonSchema(route.body, "input") } } };
}

function parametersOf(schema: z.ZodType, place: "path" | "query"): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const whole = jsonSchema(schema, "input");
  const required: readonly unknown[] = Array.isArray(whole["required"]) ? whole["required"] : [];
  return Object.entries(propertiesOf(whole)).map(([name, described]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: described,
  }));
}

function propertiesOf(schema: Json): Json {
  const properties = schema["properties"];
  return typeof properties === "object" && properties !== null ? { ...properties } : {};
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

const refusalSchema: Json = {
  type: "object",
  required: ["type", "title", "status", "detail", "problems"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    problems: { type: "array", items: { $ref: "#/components/schemas/Problem" } },
  },
};
