import { z } from "zod";
import { answers, uuid } from "../shapes.ts";

/** Which letter, about what, for whom: the same answers that record its sending. */
export const letterBody = z.object({
  akt: uuid,
  matter: uuid,
  ids: z.record(z.string().max(40), uuid),
  data: answers,
});

/** Why a letter is refused, beside what the law says. */
export const letterRefusals = [
  "akt.not-found",
  "matter.not-found",
  "letter.unknown",
  "letter.recipient-not-possible",
  "letter.child-too-young",
  "letter.reporter-anonymous",
  "letter.protected-address",
  "letter.input-missing",
  "letter.no-plain-words",
  "enclosure.not-possible",
  "enclosure.hidden",
  "enclosure.secret",
] as const;
