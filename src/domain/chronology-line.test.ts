import { describe, expect, test } from "vitest";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import { instantOfMillis } from "../kernel/instant.ts";
import { aktEventTypes } from "./apply.ts";
import { chronologyLine, lineTypes } from "./chronology-line.ts";
import type { DomainEvent } from "./event.ts";
import { fillSentence } from "./sentence.ts";

function id(): Uuid {
  const parsed = parseUuid("01900000-0000-7000-8000-000000000001");
  if (parsed === undefined) throw new Error("bad id");
  return parsed;
}

function event(type: string, data: DomainEvent["body"]["data"]): DomainEvent {
  const now = instantOfMillis(1_780_000_000_000);
  return { type, occurredAt: now, recordedAt: now, actor: id(), body: { ids: {}, data } };
}

describe("chronologyLine", () => {
  test("every event type has a line", () => {
    expect([...lineTypes].sort()).toEqual([...aktEventTypes].sort());
  });

  test("a report is told by kind and channel, never by the reporter's name", () => {
    const line = chronologyLine(
      event("report.received", {
        reporterKind: "neighbour",
        reporterName: "Sune Axelgård",
        channel: "phone",
      }),
    );
    expect(JSON.stringify(line)).not.toContain("Axelgård");
    expect(line.params["from"]).toEqual({ code: "neighbour", codelist: "reporter-kind" });
  });

  test("shows the beginning of a long text, cut at a word", () => {
    const line = chronologyLine(event("note.signed", { text: "ord ".repeat(200) }));
    expect(line.excerpt?.length).toBeLessThan(210);
    expect(line.excerpt).toMatch(/ord …$/u);
  });
});

describe("fillSentence", () => {
  test("drops the lead of what is not known", () => {
    const template = "Anmälan kom in{ från |from}{ via |channel}.";
    expect(fillSentence(template, { from: "skola" })).toBe("Anmälan kom in från skola.");
    expect(fillSentence("{kind}{: |result}.", { kind: "hembesök" })).toBe("Hembesök.");
  });
});
