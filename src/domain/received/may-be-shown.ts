import type { Uuid } from "../../kernel/ids.ts";
import type { ReceivedState } from "./received-state.ts";

/** Secrecy marks (codelist `secrecy-mark`) of a document that no party ever gets (OSL 21:3 a, 22:1, 26:5). */
const neverShown: readonly string[] = ["reporter", "protected-data"];
const pictures: readonly string[] = ["image/jpeg", "image/png", "image/tiff"];

/** Whether a party may get a document that came in: it is hidden from nobody by that name, nor wholly secret. */
export function mayBeShown(received: ReceivedState, person: Uuid): boolean {
  return !isWhollySecret(received) && received.hiddenFrom?.includes(person) !== true;
}

/** Whether a document bears a mark for which no party gets it. */
export function isWhollySecret({ marks }: ReceivedState): boolean {
  return marks?.some((mark) => neverShown.includes(mark)) === true;
}

/** Whether a document bears a mark for which handing it out is assessed each time. */
export function isMarked({ marks }: ReceivedState): boolean {
  return marks !== undefined && marks.length > 0;
}

/** Whether what came in is a picture. */
export function isPicture({ mediaType }: ReceivedState): boolean {
  return pictures.includes(mediaType ?? "");
}
