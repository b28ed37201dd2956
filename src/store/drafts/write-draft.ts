import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { AccessEntry } from "../access-log.ts";
import type { Store } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import type { Tenant } from "../tenant.ts";
import { draftChanges } from "./draft-changes.ts";
import { openDraft } from "./open-draft.ts";
import { saveDraft } from "./save-draft.ts";

/** A draft written whole: for demo and import, where nobody types. */
export interface DraftRequest {
  readonly tenant: Tenant;
  readonly actor: Uuid;
  /** What a refusal is logged as. */
  readonly access: AccessEntry;
  /** Id for the draft should it not exist yet. */
  readonly draft: Uuid;
  readonly document: string;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly content: Answers;
}

export interface DraftAnswer {
  readonly draft: Uuid;
}

/** Writes a draft as its editor would: opened, then every field saved. Refuses as those two do. */
export async function runWriteDraft(
  store: Store,
  tx: Tx,
  request: DraftRequest,
  at: Instant = store.clock.now(),
): Promise<Result<DraftAnswer>> {
  const { actor: by, content, draft, document, akt, matter } = request;
  const specDigest = store.packs.current(request.tenant, matter).digest;
  const opened = await openDraft(tx, { draft, document, akt, matter, specDigest, by, at });
  if (!opened.ok) return opened;
  const changes = draftChanges(content, store.ids);
  const saved = await saveDraft(tx, store.packs, { draft: opened.value.draft, changes, by, at });
  return saved.ok ? ok({ draft: opened.value.draft }) : saved;
}
