import type { Pool } from "pg";

import { uuidV7, type Uuid } from "../../kernel/ids.ts";
import { millisOf, type Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { addExtract, type StoredExtract } from "../../store/extracts.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import type { AboutExtract } from "./about-extract.ts";
import { definitionJson, type ExtractDefinition } from "./resolve-extract.ts";
import { countExtract } from "./with-extract.ts";

const SEED_BYTES = 16;
const ID_BYTES = 10;

/** What is taken out, by whom and what for. */
export interface ExtractOrder {
  readonly definition: ExtractDefinition;
  readonly statedPurpose: string;
  /** Nobody who is signed in, in the terminal of the server. */
  readonly madeBy?: Uuid;
  readonly at: Instant;
}

export interface MakeExtractDeps {
  readonly followup: EngineDeps;
  /** Case handling keeps what was taken out: follow-up itself writes nothing. */
  readonly app: Pool;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Counts the rows of a definition and keeps what they were and what they are for, so that files can be made of them.
 * Refuses what `resolveExtract` refuses.
 */
export async function makeExtract(
  { followup, app, randomBytes }: MakeExtractDeps,
  scope: Scope,
  { definition, statedPurpose, madeBy, at }: ExtractOrder,
): Promise<Result<StoredExtract>> {
  const seed = Array.from(randomBytes(SEED_BYTES), (byte) => byte.toString(16).padStart(2, "0"));
  const counted = await countExtract(followup, scope, { definition, lang: "sv" });
  if (!counted.ok) return counted;
  const made: StoredExtract = {
    extract: uuidV7(millisOf(at), randomBytes(ID_BYTES)),
    definition: definitionJson(definition),
    statedPurpose,
    specDigest: followup.packs.current(scope.tenant).digest,
    seed: seed.join(""),
    rowCount: counted.value.count,
    fingerprint: counted.value.fingerprint,
    ...(madeBy === undefined ? {} : { madeBy }),
    madeAt: at,
  };
  await inTenant(app, scope.tenant, async (tx) => addExtract(tx, made));
  return ok(made);
}

/** What the files of an extract say of themselves. */
export function aboutOf(stored: StoredExtract): AboutExtract {
  const { extract, definition, statedPurpose, specDigest, madeAt, rowCount, fingerprint } = stored;
  return {
    extract,
    definition,
    statedPurpose,
    specDigest,
    cutOff: madeAt,
    rows: rowCount,
    fingerprint,
  };
}
