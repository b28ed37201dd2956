import { findCode } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import type { DemoAktStep, DemoFamily, DemoReport, DemoStep } from "../demo-files.ts";

/** Takes one value of what is measured: a share is noted as ones and noughts. */
export type Note = (id: string, value: number | boolean) => void;

/** Kinds of reporters as the expected shares group them. */
const REPORTERS: Readonly<Record<string, string>> = {
  police: "police",
  school: "school",
  "pupil-health": "school",
  preschool: "preschool",
  "health-care": "health",
  psychiatry: "health",
  "maternity-child-health": "health",
  "dental-care": "dental",
  "social-services": "social-services",
  guardian: "parent",
  child: "child",
  "other-relative": "relative",
  "neighbour-private": "private",
  anonymous: "private",
};
const AUTHORITIES = ["police", "school", "preschool", "health", "dental"];
const REASONS = ["parent", "child", "violence"];
const DAYS_A_YEAR = 365;
const FOUR_MONTHS = 122;
const TWO_WEEKS = 14;
const ATTAINMENTS = ["0", "1", "2", "3", "4"];
const RESULTS = ["granted", "no-need", "no-consent", "without-assessment"];
const ELSEWHERE = "wrong-municipality";

/** Notes everything of a family that a municipality is measured by. */
export function countFamily(family: DemoFamily, pack: Pack, yearNow: number, note: Note): void {
  countPeople(family, note);
  const reports = family.steps.filter(isReport);
  for (const report of reports) countReport(family, report, { pack, yearNow }, note);
  countAgain(reports, note);
  const tookPart = (code: unknown) =>
    typeof code === "string" && findCode(pack, "participation", code)?.group === "took-part";
  const steps = family.steps.filter(isOnAkt);
  for (const step of steps) countStep(step, tookPart, note);
  for (const [, own] of Map.groupBy(steps, ({ matter }) => matter)) {
    const matter = own.toSorted((a, b) => dayOf(a) - dayOf(b));
    countTimes(matter, reports, note);
    countInvestigation(matter, tookPart, note);
  }
}

function countPeople({ persons }: DemoFamily, note: Note): void {
  for (const { protectionLevel, legalSex, custody } of Object.values(persons)) {
    if (protectionLevel !== undefined) note("protected", protectionLevel !== "none");
    if (custody !== undefined) note("boys", legalSex === "male");
  }
}

function countReport(
  family: DemoFamily,
  report: DemoReport,
  { pack, yearNow }: { readonly pack: Pack; readonly yearNow: number },
  note: Note,
): void {
  const { reporterKind, reasons, mainReason } = report.data;
  note("several", report.children.length > 1);
  const by = REPORTERS[String(reporterKind)] ?? "other";
  note("reporter.authorities", AUTHORITIES.includes(by));
  for (const each of new Set([...Object.values(REPORTERS), "other"])) {
    note(`reporter.${each}`, each === by);
  }
  const told: readonly unknown[] = Array.isArray(reasons) ? reasons : [];
  const main = typeof mainReason === "string" ? mainReason : told[0];
  const group = findCode(pack, "reason", String(main))?.group ?? "";
  for (const each of REASONS) note(`reason.${each}`, each === group);
  note("reason.other", !REASONS.includes(group));
  for (const { child } of report.children) {
    const born = family.persons[child]?.["birthDate"];
    if (typeof born === "string") countAge(yearNow + dayOf(report) / DAYS_A_YEAR, born, note);
  }
}

function countAge(on: number, born: string, note: Note): void {
  const age = on - Number(born.slice(0, 4)) - (Number(born.slice(5, 7)) - 1) / 12;
  note("age.0-2", age < 3);
  note("age.3-5", age >= 3 && age < 6);
  note("age.6-12", age >= 6 && age < 13);
  note("age.13-17", age >= 13);
}

/** How often a child is reported in a year in which it is. */
function countAgain(reports: readonly DemoReport[], note: Note): void {
  const times = reports.flatMap((report) =>
    report.children.map(({ child }) => `${child} ${Math.floor(dayOf(report) / DAYS_A_YEAR)}`),
  );
  for (const [, each] of Map.groupBy(times, (time) => time)) {
    const { length } = each;
    note("again.1", length === 1);
    note("again.2", length === 2);
    note("again.3-5", length >= 3 && length <= 5);
    note("again.6", length > 5);
    note("again", length);
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
  if (what === "investigation.close") {
    for (const each of RESULTS) note(`outcome.${each}`, data["result"] === each);
  }
  if (what !== "measure.follow-up") return;
  note("takes-part.follow-up", tookPart(code));
  for (const goal of listOf(data["goals"])) {
    const attained = String(goal["attainment"]);
    if (!ATTAINMENTS.includes(attained)) continue;
    for (const each of ATTAINMENTS) note(`attained.${each}`, each === attained);
  }
}

/** What became of the report that began a matter, and how long it took. */
function countTimes(
  steps: readonly DemoAktStep[],
  reports: readonly DemoReport[],
  note: Note,
): void {
  const first = (...kinds: readonly string[]) => steps.find((step) => kinds.includes(step.do));
  const matter = steps[0]?.matter;
  const report = reports.find(({ children }) => children.some((each) => each.matter === matter));
  const decided = first("investigation.open", "investigation.not-open");
  const joined = first("report.link") !== undefined;
  if (decided !== undefined || joined) {
    const elsewhere = decided?.data["notOpenReason"] === ELSEWHERE;
    const unopened = decided?.do === "investigation.not-open";
    note("decision.opened", decided?.do === "investigation.open");
    note("decision.not-opened", unopened && !elsewhere);
    note("decision.joined", decided === undefined);
    note("decision.elsewhere", unopened && elsewhere);
  }
  if (decided !== undefined && report !== undefined) {
    note("decided.days", dayOf(decided) - dayOf(report));
    note("decided.within", dayOf(decided) - dayOf(report) <= TWO_WEEKS);
    // The report itself is an entry too.
    note("entries.report", 1 + steps.indexOf(decided));
  }
}

function countInvestigation(
  steps: readonly DemoAktStep[],
  tookPart: (code: unknown) => boolean,
  note: Note,
): void {
  const first = (what: string) => steps.find((step) => step.do === what);
  const opened = first("investigation.open");
  if (opened === undefined) return;
  const closed = first("investigation.close");
  const started = first("measure.start");
  note("running", closed === undefined);
  note("measures", started !== undefined && first("measure.end") === undefined);
  if (closed === undefined) return;
  const length = dayOf(closed) - dayOf(opened);
  note("investigated.days", length);
  note("investigated.mean", length);
  note("investigated.within", length <= FOUR_MONTHS);
  note("extended", first("investigation.extend") !== undefined);
  const content = first("basis.fix")?.content;
  const meanwhile = steps.filter((step) => isBetween(step, opened, closed));
  const talked = meanwhile.some((step) => step.do === "talk.sign" && isWithChild(step));
  note("takes-part.investigation", talked || tookPart(content?.["childParticipation"]));
  note("entries.investigation", meanwhile.length);
  const goals = listOf(content?.["goals"]);
  if (goals.length > 0) note("goals", goals.length);
  for (const goal of goals) note("measurable", goal["measurable"] === true);
  const ended = first("measure.end");
  if (started === undefined || ended === undefined) return;
  note("changes", steps.filter((step) => step.do === "matter.assign").length - 1);
  note("years.measure", (dayOf(ended) - dayOf(started)) / DAYS_A_YEAR);
  note("entries.measure", steps.filter((step) => isBetween(step, started, ended)).length);
}

function isBetween(step: DemoAktStep, from: DemoAktStep, to: DemoAktStep): boolean {
  return dayOf(step) >= dayOf(from) && dayOf(step) <= dayOf(to);
}

/** A talk with the child, who is the one of the family that has no guardian's key. */
function isWithChild({ data }: DemoAktStep): boolean {
  const who: unknown = data["withPersons"];
  return Array.isArray(who) && who.some((each) => /-c\d+$/u.test(String(each)));
}

type Item = Readonly<Record<string, unknown>>;

function listOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null;
}

function dayOf(step: DemoStep): number {
  return "day" in step ? step.day : 0;
}

function isReport(step: DemoStep): step is DemoReport {
  return "children" in step;
}

function isOnAkt(step: DemoStep): step is DemoAktStep {
  return "matter" in step;
}
