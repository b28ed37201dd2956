import type { ChildPageAnswer, MatterAnswer } from "./use-matter.ts";

const noViolence = "none";

/**
 * What the conditions of a document may ask besides its answers (its `facts` in the specification), from what
 * the page shows: the server asks its own record again when the document is sent.
 */
export function knownToForm(
  matter: MatterAnswer | undefined,
  child: ChildPageAnswer,
): Readonly<Record<string, boolean | number>> {
  const reportViolence = matter?.reports.some((report) => {
    const violence = report.data["violence"];
    return Array.isArray(violence) && violence.some((code) => code !== noViolence);
  });
  const participationRecorded = matter?.participation.some((step) => step.code !== null);
  return {
    reportViolence: reportViolence === true,
    participationRecorded: participationRecorded === true,
    areaLevelsAsked: child.areaLevelsAsked === true,
    planMade: matter !== undefined && matter.plan !== null,
    ...(child.child.age === null ? {} : { childAge: child.child.age }),
  };
}
