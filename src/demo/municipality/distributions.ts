import type { PlainDate } from "../../kernel/plain-date.ts";
import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { DemoAktStep, DemoFamily, DemoReport, DemoStep } from "../demo-files.ts";
import type { Expected } from "./files.ts";
import type { Municipality } from "./municipality.ts";

/** What a municipality came to, beside what it should come near. */
export interface Measured extends Expected {
  readonly measured: number;
  /** Of how many. */
  readonly of: number;
  readonly near: boolean;
}

const AUTHORITIES =
  "police school preschool pupil-health health-care dental-care psychiatry maternity-child-health".split(
    " ",
  );
const VIOLENCE = ["violence-against-child", "witnessed-violence", "adult-victim"];
const DAYS_A_YEAR = 365;
const FOUR_MONTHS = 122;
const TWO_WEEKS = 14;
const ATTAINED = 3;

/** Counts families one after the other, and tells what they came to. */
export interface Distributions {
  add(family: DemoFamily): void;
  measured(expected: readonly Expected[]): readonly Measured[];
}

/** Counts what {@link Expected} tells of, in a municipality with such a staff over so many years. */
export function countDistributions(
  { board, years }: Pick<Municipality, "board" | "years">,
  pack: Pack,
  today: PlainDate,
): Distributions {
  const yearNow = Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) - 1) / 12;
  const seen = new Map<string, number[]>();
  const note = (id: string, value: number | boolean): void => {
    const values = seen.get(id) ?? [];
    values.push(Number(value));
    seen.set(id, values);
  };
  const tookPart = (code: unknown) =>
    typeof code === "string" && findCode(pack, "participation", code)?.group === "took-part";
  countTurnover(board, years, note);
  return {
    add: (family) => {
      countPeople(family, note);
      const reports = family.steps.filter(isReport);
      note("once", reports.length === 1);
      for (const report of reports) countReport(family, report, yearNow, note);
      const steps = family.steps.filter(isOnAkt);
      for (const step of steps) countStep(step, tookPart, note);
      for (const [, own] of Map.groupBy(steps, ({ matter }) => matter)) {
        countTimes(own, reports, note);
      }
    },
    measured: (expected) => expected.map((each) => measuredOf(each, seen.get(each.id) ?? [])),
  };
}

type Note = (id: string, value: number | boolean) => void;

function countTurnover({ staff }: Municipality["board"], years: number, note: Note): void {
  // A desk is named by a letter and a number; whoever takes it over has one more letter.
  const keys = staff.flatMap(({ key, role }) => (role === "caseworker" ? [key] : []));
  const desks = new Set(keys.map((key) => key.replace(/[a-z]$/u, ""))).size;
  note("turnover", (keys.length - desks) / (desks * years));
}

function countPeople({ persons }: DemoFamily, note: Note): void {
  for (const { protectionLevel, legalSex, custody } of Object.values(persons)) {
    if (protectionLevel !== undefined) note("protected", protectionLevel !== "none");
    if (custody !== undefined) note("boys", legalSex === "male");
  }
}

function countReport(family: DemoFamily, report: DemoReport, yearNow: number, note: Note): void {
  const { reporterKind, reasons } = report.data;
  note("several", report.children.length > 1);
  note("reporter.authorities", AUTHORITIES.includes(String(reporterKind)));
  const told = Array.isArray(reasons) ? reasons : [];
  note(
    "reason.violence",
    told.some((each) => VIOLENCE.includes(String(each))),
  );
  const on = yearNow + ("day" in report ? report.day / DAYS_A_YEAR : 0);
  for (const { child } of report.children) {
    const born = family.persons[child]?.["birthDate"];
    if (typeof born !== "string") continue;
    const age = on - Number(born.slice(0, 4)) - (Number(born.slice(5, 7)) - 1) / 12;
    note("age.0-2", age < 3);
    note("age.3-5", age >= 3 && age < 6);
    note("age.6-12", age >= 6 && age < 13);
    note("age.13-17", age >= 13);
  }
}

function countStep(
  { do: what, data }: DemoAktStep,
  tookPart: (code: unknown) => boolean,
  note: Note,
): void {
  const code = data["childParticipation"];
  if (what === "preliminary.note" && code !== undefined)
    note("takes-part.preliminary", tookPart(code));
  if (what === "plan.make") note("takes-part.plan", tookPart(code));
  if (what === "decision.make") note("measure", data["type"] === "open-measure");
  if (what !== "measure.follow-up") return;
  note("takes-part.follow-up", tookPart(code));
  const goals: readonly unknown[] = Array.isArray(data["goals"]) ? data["goals"] : [];
  for (const goal of goals) {
    if (typeof goal !== "object" || goal === null || !("attainment" in goal)) continue;
    if (/^\d$/u.test(String(goal.attainment)))
      note("attained", Number(goal.attainment) >= ATTAINED);
  }
}

/** What became of the report that began a matter, and how long it took. */
function countTimes(
  steps: readonly DemoAktStep[],
  reports: readonly DemoReport[],
  note: Note,
): void {
  const day = (...kinds: readonly string[]) => {
    const found = steps.find((step) => kinds.includes(step.do));
    return found !== undefined && "day" in found ? found.day : undefined;
  };
  const matter = steps[0]?.matter;
  const report = reports.find(({ children }) => children.some((each) => each.matter === matter));
  const opened = day("investigation.open");
  const decided = day("investigation.open", "investigation.not-open");
  const joined = day("report.link") !== undefined;
  if (decided !== undefined || joined) {
    note("opened", opened !== undefined);
    note("joined", joined && decided === undefined);
  }
  if (decided !== undefined && report !== undefined && "day" in report) {
    note("decided.days", decided - report.day);
    note("decided.within", decided - report.day <= TWO_WEEKS);
  }
  const closed = day("investigation.close");
  if (opened === undefined || closed === undefined) return;
  note("investigated.days", closed - opened);
  note("investigated.within", closed - opened <= FOUR_MONTHS);
  note("extended", day("investigation.extend") !== undefined);
}

function measuredOf(expected: Expected, values: readonly number[]): Measured {
  const isDays = expected.id.endsWith(".days");
  const sum = values.reduce((all, each) => all + each, 0);
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const measured = isDays ? middle : sum / Math.max(values.length, 1);
  const near = Math.abs(measured - expected.expected) <= expected.tolerance;
  return { ...expected, measured, of: values.length, near };
}

function isReport(step: DemoStep): step is DemoReport {
  return "children" in step;
}

function isOnAkt(step: DemoStep): step is DemoAktStep {
  return "matter" in step;
}

/** What was measured as lines for people; an exclamation mark where it is not near. */
export function distributionLines(measured: readonly Measured[]): readonly string[] {
  return measured.map(({ id, label, expected, tolerance, source, measured: found, of, near }) => {
    const isDays = id.endsWith(".days");
    const written = (value: number) =>
      (isDays ? `${value} d` : `${(100 * value).toFixed(1)} %`).padStart(7);
    const limits = `${written(expected)} ± ${written(tolerance).trim().padEnd(6)}`;
    return `${near ? " " : "!"} ${written(found)} of ${String(of).padEnd(5)} ${limits} ${source.padEnd(8)}  ${label}`;
  });
}
