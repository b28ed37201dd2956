import type { Route } from "../route.ts";
import { approveRun, proposeRun, withdrawRun } from "./change-run.ts";
import { liftHold, setHold } from "./change-hold.ts";
import { readProtocol } from "./read-protocol.ts";
import { readRetention } from "./read-retention.ts";
import { setMunicipality } from "./set-municipality.ts";

/** What is to be destroyed, who holds it back, and who decides that it is. */
export const retentionRoutes: readonly Route[] = [
  readRetention,
  readProtocol,
  setMunicipality,
  setHold,
  liftHold,
  proposeRun,
  approveRun,
  withdrawRun,
];
