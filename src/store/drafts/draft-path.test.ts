import { describe, expect, test } from "vitest";

import type { DocumentSpec, Field } from "../../spec/types.ts";
import { hasDraftPath, parseDraftPath } from "./draft-path.ts";

const item = "01900000-0000-7000-8000-000000000001";

const none = { sv: "", en: "" };
function field(id: string, more: Partial<Field> = {}): Field {
  return { id, label: none, type: "text", class: "narrative", ...more };
}
const document: DocumentSpec = {
  id: "d",
  code: "D",
  name: none,
  phase: "p",
  kind: "document",
  sections: [
    {
      id: "s",
      title: none,
      fields: [field("text"), field("goals", { type: "list", items: [field("words")] })],
    },
  ],
};

function known(path: string): boolean {
  const parsed = parseDraftPath(path);
  return parsed !== undefined && hasDraftPath(document, parsed);
}

describe("a path of a draft", () => {
  test.each(["text", `goals/${item}/words`, `goals/${item}/order`])("%s is known", (path) => {
    expect(known(path)).toBe(true);
  });

  test.each([
    "",
    "other",
    "goals",
    `text/${item}/words`,
    `goals/${item}`,
    `goals/${item}/`,
    `goals/${item}/other`,
    `goals/${item.toUpperCase().replace("019", "01A")}/words`,
    "goals/1/words",
    `goals/${item}/words/more`,
  ])("'%s' is not", (path) => {
    expect(known(path)).toBe(false);
  });
});
