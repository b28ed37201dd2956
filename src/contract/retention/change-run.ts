import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { retentionRun } from "./read-retention.ts";

const answer = z.object({ run: retentionRun });

/** Proposes that what is due today is destroyed: the list is frozen, and somebody else must approve it. */
export const proposeRun = route({
  id: "retention.propose-run",
  method: "POST",
  path: "/api/v1/retention/propose-run",
  params: empty,
  query: empty,
  body: z.object({ run: uuid }),
  answer,
  action: "retention.manage",
  purpose: "administration",
  problems: [
    "retention.no-municipality",
    "retention.clock-back",
    "retention.run-open",
    "retention.nothing-due",
    "command.id-taken",
  ],
});

/** Approves the list that somebody else proposed. Then it is carried out, and cannot be taken back. */
export const approveRun = route({
  id: "retention.approve-run",
  method: "POST",
  path: "/api/v1/retention/approve-run",
  params: empty,
  query: empty,
  body: z.object({ run: uuid, listHash: z.string().max(64) }),
  answer,
  action: "retention.manage",
  purpose: "administration",
  problems: [
    "retention.no-run",
    "retention.same-person",
    "retention.list-changed",
    "retention.clock-back",
  ],
});

/** Takes a proposal back; nothing has been destroyed. */
export const withdrawRun = route({
  id: "retention.withdraw-run",
  method: "POST",
  path: "/api/v1/retention/withdraw-run",
  params: empty,
  query: empty,
  body: z.object({ run: uuid }),
  answer,
  action: "retention.manage",
  purpose: "administration",
  problems: ["retention.no-run"],
});
