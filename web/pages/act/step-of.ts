import type { MatterAnswer } from "./use-matter.ts";

type Step = MatterAnswer["steps"][number];

/** A step as its form was asked for. */
export interface AskedStep {
  readonly command: string;
  /** Undefined where the matter has no such step now. */
  readonly step: Step | undefined;
  readonly measure: MatterAnswer["measures"][number] | undefined;
  /** The thing it is about, where a matter may have several; a draft belongs to one of them. */
  readonly about: string | undefined;
}

/** Where both the making and the changing have the same form, a begun draft leads to what can be done now. */
const made = /\.make$/u;

/**
 * The step of a matter that an address names: by its command, and by the thing it is about. An address without
 * one means the first.
 */
export function stepOf(
  matter: MatterAnswer | undefined,
  command: string,
  about: string,
): AskedStep {
  const steps = (matter?.steps ?? []).filter(
    ({ ids }) => about === "" || Object.values(ids).includes(about),
  );
  const revise = command.replace(made, ".revise");
  const step =
    steps.find((each) => each.command === command) ?? steps.find((each) => each.command === revise);
  const subject = about === "" ? subjectOf(step?.ids ?? {}) : about;
  const measure = matter?.measures.find((each) => each.measure === subject);
  return { command: step?.command ?? command, step, measure, about: subject };
}

/** Things of which a matter may have several that the same step can be taken with. */
const subjects: readonly string[] = ["providerReport", "measure", "consent"];

/** The id of the thing a step is about; undefined where the matter has one such thing only. */
export function subjectOf(ids: Readonly<Record<string, string>>): string | undefined {
  return subjects.flatMap((name) => ids[name] ?? [])[0];
}

/** Things that are named where the matter has several which the same step can be taken with. */
const others: readonly string[] = ["report", "decision"];

/**
 * The id by which the form of a step is asked for: that of the thing it is about, where there are several; undefined
 * where the step says enough by itself.
 */
export function aboutOf(step: Step, steps: readonly Step[]): string | undefined {
  const several = steps.filter(({ command }) => command === step.command).length > 1;
  return (
    subjectOf(step.ids) ?? (several ? others.flatMap((name) => step.ids[name] ?? [])[0] : undefined)
  );
}
