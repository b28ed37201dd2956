import type { BoundHandler } from "../http/handler.ts";
import {
  approveRunHandler,
  liftHoldHandler,
  proposeRunHandler,
  setHoldHandler,
  setMunicipalityHandler,
  withdrawRunHandler,
} from "./change-retention.ts";
import { readProtocolHandler } from "./read-protocol.ts";
import { readRetentionHandler } from "./read-retention.ts";

/** Handlers of keeping and destroying. */
export const retentionHandlers: readonly BoundHandler[] = [
  readRetentionHandler,
  readProtocolHandler,
  setMunicipalityHandler,
  setHoldHandler,
  liftHoldHandler,
  proposeRunHandler,
  approveRunHandler,
  withdrawRunHandler,
];
