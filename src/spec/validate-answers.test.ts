import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactValue } from "../kernel/expression/types.ts";
import type { Answers } from "./answers.ts";
import { everyField, getDocument } from "./lookup.ts";
import { linesOf, readShippedPack, readSpecFiles } from "./testing/pack-files.ts";
import { validateAnswers } from "./validate-answers.ts";

const pack = readShippedPack();

/** A document with its answers, and what a check must say of them. */
interface AnswerCase {
  readonly name: string;
  readonly answers: Answers;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly problems: readonly string[];
  readonly missing: {
    readonly law: string[];
    readonly followUp: string[];
    readonly practice: string[];
  };
}

const files = [...readSpecFiles("mittpunkt/2026-1/fixtures")].map(([file, cases]) => ({
  file,
  document: file.replace(/^.*\//, "").replace(".json", ""),
  cases: cases as readonly AnswerCase[],
}));

describe.each(files)("$file", ({ file, document, cases }) => {
  test.each(cases)("$name", ({ answers, facts, problems, missing }) => {
    const checked = validateAnswers(pack, document, answers, { facts: facts ?? {} });
    const pointers = (found: readonly { readonly pointer?: string }[]) =>
      found.map((each) => each.pointer);
    expect(linesOf(checked.problems)).toEqual(problems);
    expect({
      law: pointers(checked.missing.law),
      followUp: pointers(checked.missing.followUp),
      practice: pointers(checked.missing.practice),
    }).toEqual(missing);
    const found = problems.length + missing.law.length + missing.followUp.length;
    expect(found === 0 || !file.startsWith("valid/")).toBe(true);
  });
});

describe("what the law demands", () => {
  test("stops and names its rule, what follow-up needs only warns", () => {
    const { missing } = validateAnswers(pack, "protection-assessment", {});
    expect(missing.law.map(({ severity, ruleId, text }) => ({ severity, ruleId, text }))).toEqual([
      {
        severity: "block",
        ruleId: "A-03",
        text: { sv: "Fyll i: Bedömning", en: "Fill in: Judgment" },
      },
      { severity: "block", ruleId: "A-03", text: { sv: "Fyll i: Skäl", en: "Fill in: Reasons" } },
    ]);
    expect(missing.followUp.map(({ severity }) => severity)).toEqual(["warn"]);
  });

  test("is not demanded of what is not shown", () => {
    const asked = (type: string) =>
      validateAnswers(pack, "decision", { type }).missing.law.map(({ pointer }) => pointer);
    expect(asked("care-outside-home")).toContain("/placementForm");
    expect(asked("refusal")).not.toContain("/placementForm");
  });
});

/** Anything a client may send, right or wrong. */
const anyValue = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.array(fc.string(), { maxLength: 4 }),
  fc.constant({ missing: "unknown" as const }),
  fc.array(fc.record({ id: fc.uuid(), area: fc.constantFrom("BU1", "XX"), text: fc.string() }), {
    maxLength: 3,
  }),
);

const anyAnswers = fc.constantFrom(...Object.values(pack.documents)).chain((document) =>
  fc.record({
    document: fc.constant(document.id),
    answers: fc.dictionary(
      fc.constantFrom(
        "nonsense",
        ...document.sections.flatMap((section) => section.fields.map(({ id }) => id)),
      ),
      anyValue,
      { maxKeys: 12 },
    ),
  }),
);

describe("what somebody is known by", () => {
  const named = (givenName: string) =>
    linesOf(validateAnswers(pack, "basic-data", { givenName }).problems);

  test.each(["A\u200blva", "Al\u00adva", "\u202eavlA", "\u007f", "Alva\u0000"])(
    "has nothing that can't be seen: %j",
    (name) => {
      expect(named(name)).toEqual([
        expect.stringMatching(/^answer\.unseen-characters .*givenName/u),
      ]);
    },
  );

  test.each(["Åsa-Karin", "O’Brien", "José", "Nguyễn Thị", "محمد", "Alva\t"])(
    "may be %j",
    (name) => {
      expect(named(name)).toEqual([]);
    },
  );
});

describe("any answers", () => {
  test("are checked without being changed, and the same way each time", () => {
    fc.assert(
      fc.property(anyAnswers, ({ document, answers }) => {
        const before = JSON.stringify(answers);
        const first = validateAnswers(pack, document, answers);
        expect(JSON.stringify(answers)).toBe(before);
        expect(validateAnswers(pack, document, answers)).toEqual(first);
      }),
    );
  });

  test("with a field nobody knows are always refused at that field", () => {
    fc.assert(
      fc.property(anyAnswers, ({ document, answers }) => {
        const { problems } = validateAnswers(pack, document, { ...answers, nonsense: "x" });
        expect(linesOf(problems)).toContain("answer.unknown-field /nonsense");
      }),
    );
  });

  test("with a code of the list are never refused for it, with any other code always", () => {
    const coded = Object.values(pack.documents).flatMap((document) =>
      document.sections
        .flatMap((section) => section.fields)
        .filter((field) => field.type === "code")
        .map((field) => ({ document: document.id, field })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...coded),
        fc.string({ minLength: 1 }),
        ({ document, field }, text) => {
          const codes = pack.codelists[field.codelist ?? ""]?.codes.map(({ id }) => id) ?? [];
          const refused = (code: string) =>
            linesOf(validateAnswers(pack, document, { [field.id]: code }).problems);
          for (const code of codes) expect(refused(code)).toEqual([]);
          expect(refused(text).length > 0).toBe(!codes.includes(text));
        },
      ),
    );
  });
});

test("a text of the reporter has the class of the reporter, so that it can be withheld", () => {
  const reporter = everyField(getDocument(pack, "report")).filter(({ path }) =>
    path.startsWith("reporter"),
  );
  expect(reporter.map(({ field }) => field.class)).toEqual(reporter.map(() => "reporter"));
});
