import type { ClockShape } from "../../../src/contract/shapes.ts";
import type { Lang } from "../../text/text.ts";

/** The name of a duty, with the person it is about where that is somebody else than the child. */
export function clockName(clock: ClockShape, lang: Lang): string {
  const name = lang === "sv" ? clock.name : clock.nameEn;
  const { subject, subjectEn } = clock;
  if (subject === null || subject === clock.child.name) return name;
  return `${name} (${lang === "en" ? (subjectEn ?? subject) : subject})`;
}
