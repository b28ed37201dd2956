import { plainDate } from "../kernel/plain-date.ts";
import type { DemoBackground, DemoFamily, DemoStep } from "./demo-files.ts";

type Entry = DemoBackground["people"][number]["child"];

const LAST_DAY = -1;

/**
 * Families that make the numbers of follow-up worth asking for: ordinary reports over the past year, each at
 * its own day and with one of a few courses. What would lie ahead of today has not happened yet.
 */
export function backgroundFamilies(background: DemoBackground): readonly DemoFamily[] {
  return background.people.map(({ child, guardian }, index) => {
    const key = `b${index + 1}`;
    const day = background.firstDay + index * background.everyDays;
    const ending = background.order[index % background.order.length] ?? "";
    const report = background.reports[index % background.reports.length] ?? {};
    const parts = (background.endings[ending] ?? []).flatMap(
      (part) => background.parts[part] ?? [],
    );
    const steps: DemoStep[] = parts
      .filter((step) => day + step.after <= LAST_DAY)
      .map(({ after, ...step }) => ({ ...step, day: day + after, matter: key, reasons: {} }));
    const received: DemoStep = {
      day,
      at: "10:10",
      by: "ylva",
      do: "report.receive",
      children: [{ child: "child", matter: key, report: "report" }],
      data: report,
      reasons: {},
    };
    return renamed(key, day, {
      family: key,
      persons: { guardian: personOf(guardian), child: { ...personOf(child), ...CHILD } },
      relations: [["guardian", "guardian", "child"]],
      registered: { day, at: "10:00", by: "ylva" },
      steps: [received, ...steps],
    });
  });
}

/** What all these children have in common. */
const CHILD = { custody: "sole", addressKind: "one-guardian", unaccompanied: false };

function personOf([givenName, familyName, identityNumber, legalSex, language, disability]: Entry) {
  const digits = identityNumber.slice(0, 8);
  const birthDate = plainDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return { givenName, familyName, identityNumber, birthDate, legalSex, language, disability };
}

/** The parts name a child and things that happen; in each family they are its own, and its days count from its report. */
function renamed(key: string, day: number, family: DemoFamily): DemoFamily {
  const text = (value: string): string =>
    value
      .replace(
        /^@(child|guardian)$|^#([a-z0-9-]+)$/u,
        (name) => `${name[0]}${key}-${name.slice(1)}`,
      )
      .replace(/^\$after\+(\d+)$/u, (_, days: string) => dayFromToday(day + Number(days)));
  const steps = family.steps.map((step) => withTexts(step, text));
  const { child, guardian } = family.persons;
  const persons = {
    [`${key}-guardian`]: guardian ?? {},
    [`${key}-child`]: child ?? {},
  };
  const relations: DemoFamily["relations"] = [[`${key}-guardian`, "guardian", `${key}-child`]];
  return { ...family, persons, relations, steps: steps.map((step) => withOwnReport(step, key)) };
}

function dayFromToday(days: number): string {
  return `$day${days < 0 ? "" : "+"}${days}`;
}

function withOwnReport(step: DemoStep, key: string): DemoStep {
  if (!("children" in step)) return step;
  const children = step.children.map(({ matter }) => ({
    child: `${key}-child`,
    matter,
    report: `${key}-report`,
  }));
  return { ...step, children };
}

/** Every text of a step changed, wherever it stands. */
function withTexts<T>(value: T, change: (text: string) => string): T {
  const json = JSON.stringify(value, (_, each: unknown) =>
    typeof each === "string" ? change(each) : each,
  );
  // What was made of the same value by changing texts only has its shape.
  return JSON.parse(json) as T;
}
