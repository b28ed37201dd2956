import { checkExpression } from "../kernel/expression/check.ts";
import type { Expression, ExpressionSchema } from "../kernel/expression/types.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { asksToday } from "./expression-fields.ts";
import { clockFactNames, guardedCommands } from "./fact-names.ts";
import { clockFactsSchema, guardFactsSchema } from "./facts.ts";
import type { DeadlineRow, FactRef, Guard, Law, StartRef, Validity } from "./types.ts";

/** What the rows of the law may name. */
export interface LawSchemas {
  readonly guards: ExpressionSchema;
  readonly clocks: ExpressionSchema;
  readonly facts: readonly string[];
  readonly commands: readonly string[];
}

/** The dictionaries of this program. */
export const lawSchemas: LawSchemas = {
  guards: guardFactsSchema,
  clocks: clockFactsSchema,
  facts: clockFactNames,
  commands: guardedCommands,
};

/**
 * Whether the rows of the law fit one another and the dictionaries. Finds conditions that are not
 * yes/no over known names (`expression.*`, `law.not-a-condition`) or depend on what day it is
 * (`law.asks-today`), versions of a rule that overlap (`law.overlap`), days outside the act
 * (`law.outside-act`), unknown rules, texts, facts and commands (`law.unknown-rule`,
 * `law.unknown-text`, `law.unknown-fact`, `law.unknown-command`), a clock that nothing can meet
 * (`law.never-met`) and a warning without a reason or a block with one (`law.reason`).
 */
export function checkLaw(law: Law, schemas: LawSchemas = lawSchemas): Problem[] {
  const deadlines = [...law.deadlines.values()].flat();
  const guards = new Set([...law.guards.values()].flat());
  return [
    ...deadlines.flatMap((row) => checkDeadline(row, law, schemas)),
    ...[...guards].flatMap((guard) => checkGuard(guard, schemas)),
    ...checkVersions(law, guards),
    ...checkDays(law),
    ...checkTexts(law),
  ];
}

function checkDeadline(row: DeadlineRow, law: Law, schemas: LawSchemas): Problem[] {
  const where = `deadline ${row.id} ${row.short}`;
  const refs = refsOf(row);
  const own = [row.when, row.unless, row.graceNextDayWhen, ...refs.map((ref) => ref.when)];
  const conditions = own.filter((each) => each !== undefined);
  const problems = conditions.flatMap((each) => checkCondition(each, schemas.clocks, where));
  if (conditions.some(asksToday)) problems.push(found("law.asks-today", where));
  if (row.extendedBy !== undefined && !law.deadlines.has(row.extendedBy)) {
    problems.push(found("law.unknown-rule", where, { rule: row.extendedBy }));
  }
  if (!row.runs) return problems;
  for (const { fact } of refs) {
    if (!schemas.facts.includes(fact)) problems.push(found("law.unknown-fact", where, { fact }));
  }
  if (row.metBy.length === 0 && row.metByAll === undefined) {
    problems.push(found("law.never-met", where));
  }
  return problems;
}

function refsOf(row: DeadlineRow): readonly (FactRef | StartRef)[] {
  return [
    ...row.start,
    ...row.start.flatMap((start) => start.requires ?? []),
    ...row.metBy,
    ...(row.metByAll ?? []),
    ...(row.endsWith ?? []),
    ...(row.countsUntil === undefined ? [] : [row.countsUntil]),
  ];
}

function checkGuard(guard: Guard, schemas: LawSchemas): Problem[] {
  const where = `guard ${guard.id} ${guard.key} ${guard.short}`;
  const problems = checkCondition(guard.violatedWhen, schemas.guards, where);
  for (const command of guard.on) {
    if (!schemas.commands.includes(command)) {
      problems.push(found("law.unknown-command", where, { command }));
    }
  }
  if ((guard.effect === "warn") !== (guard.reasonAllowed === true)) {
    problems.push(found("law.reason", where));
  }
  return problems;
}

function checkCondition(condition: Expression, schema: ExpressionSchema, where: string): Problem[] {
  const checked = checkExpression(condition, schema);
  if (!checked.ok) {
    return checked.problems.map((each) => ({ ...each, params: { ...each.params, where } }));
  }
  return checked.value === "yesno" ? [] : [found("law.not-a-condition", where)];
}

/** Two versions of the same thing may never be in force on the same day. */
function checkVersions(law: Law, guards: ReadonlySet<Guard>): Problem[] {
  const groups: ReadonlyMap<string, readonly Validity[]>[] = [
    law.deadlines,
    law.ceilings,
    law.appeals,
    Map.groupBy(guards, (guard) => `guard ${guard.id} ${guard.key}`),
    Map.groupBy(law.retention, (row) => `retention ${row.id}`),
  ];
  return groups.flatMap((group) =>
    [...group].filter(([, rows]) => overlap(rows)).map(([of]) => found("law.overlap", of)),
  );
}

function overlap(rows: readonly Validity[]): boolean {
  return rows.some((a, index) =>
    rows.slice(index + 1).some((b) => startsWithin(a, b) || startsWithin(b, a)),
  );
}

function startsWithin(a: Validity, b: Validity): boolean {
  return a.validFrom >= b.validFrom && (b.validTo === null || a.validFrom <= b.validTo);
}

function checkDays(law: Law): Problem[] {
  const rows = [
    ...[...law.deadlines.values()].flat(),
    ...[...law.guards.values()].flat(),
    ...[...law.ceilings.values()].flat(),
    ...[...law.appeals.values()].flat(),
    ...law.retention,
  ];
  const outside = rows.filter((row) => {
    const act = law.acts.get(row.act);
    return act === undefined || !liesWithin(row, act);
  });
  return [...new Set(outside)].map((row) => found("law.outside-act", `${row.act} ${row.short}`));
}

function liesWithin(row: Validity, act: Validity): boolean {
  if (row.validTo !== null && row.validTo < row.validFrom) return false;
  if (row.validFrom < act.validFrom) return false;
  return act.validTo === null || (row.validTo !== null && row.validTo <= act.validTo);
}

function checkTexts(law: Law): Problem[] {
  return [...law.appeals.values()]
    .flat()
    .filter((row) => !law.texts.has(row.text))
    .map((row) => found("law.unknown-text", `appeal ${row.decision}`, { text: row.text }));
}

function found(id: string, where: string, params: Readonly<Record<string, string>> = {}): Problem {
  return problem(id, { params: { where, ...params } });
}
