import { describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import program from "../../../package.json" with { type: "json" };
import { openApi } from "./openapi.ts";

describe("openApi", () => {
  const description = JSON.parse(JSON.stringify(openApi(routes))) as {
    paths: Record<
      string,
      Record<
        string,
        { operationId: string; parameters?: { name: string; in: string; required: boolean }[] }
      >
    >;
  };
  const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));

  it("has every route of the contract once", () => {
    expect(operations.map((each) => each.operationId).toSorted()).toEqual(
      routes.map((route) => route.id).toSorted(),
    );
  });

  it("tells the version of the interface, and nothing of the program's", () => {
    expect(openApi(routes)["info"]).toEqual({ title: "Mittpunkt", version: "1" });
    expect(JSON.stringify(openApi(routes))).not.toContain(`"${program.version}"`);
  });

  it("writes path parameters as OpenAPI does", () => {
    const entry = description.paths["/api/v1/akt/{akt}/chronology/{seq}"]?.["get"];
    expect(
      entry?.parameters?.map(({ name, in: place, required }) => [name, place, required]),
    ).toEqual([
      ["akt", "path", true],
      ["seq", "path", true],
    ]);
  });

  it("tells which query parameters may be left out", () => {
    const entry = description.paths["/api/v1/akt/{akt}/chronology"]?.["get"];
    expect(
      entry?.parameters?.filter((each) => each.in === "query").every((each) => !each.required),
    ).toBe(true);
  });
});
