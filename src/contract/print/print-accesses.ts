import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

/**
 * Who has looked at a child's akt in a period, as a PDF for the child or a guardian by name: function and unit, or
 * names where the board has decided so. A guardian's copy tells that and when, not what. Made anew each time, and the
 * access log knows for whom.
 */
export const printAccesses = route({
  id: "print.print-accesses",
  method: "GET",
  path: "/api/v1/akt/:akt/access-extract",
  params: z.object({ akt: uuid }),
  query: z.object({ recipient: uuid, from: plainDate, to: plainDate }),
  body: empty,
  answer: z.unknown(),
  action: "log.read",
  purpose: "access-control",
  problems: [
    "print.recipient-not-party",
    "print.accesses-too-long",
    "print.render-failed",
    "print.render-timeout",
    "log-review.no-period",
    "akt.not-found",
    "akt.protected",
  ],
});
