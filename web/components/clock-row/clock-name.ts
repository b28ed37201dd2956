import type { ClockShape } from "../../../src/contract/shapes.ts";
import type { Lang } from "../../text/text.ts";

/** The name of a duty, with the person it is about where that is somebody else than the child. */
export function clockName(clock: ClockShape, lang: Lang): string {
  const name = lang === "sv" ? clock.name : clock.nameEn;
  const about = clock.subject;
  return about === null || about === clock.child.name ? name : `${name} (${about})`;
}
