import type { Instant } from "../../src/kernel/instant.ts";
import { instantOfMillis } from "../../src/kernel/instant.ts";
import type { Uuid } from "../../src/kernel/ids.ts";
import {
  applyChanges,
  type DraftChange,
  momentOfChange,
} from "../../src/store/drafts/apply-changes.ts";
import { assembleDraft } from "../../src/store/drafts/assemble-draft.ts";
import { draftNews, newsFrom } from "../../src/store/drafts/draft-news.ts";
import { draftField, type StoredField } from "../../src/store/drafts/draft-rows.ts";

export interface KeptDraft {
  readonly id: string;
  readonly item: string;
  readonly begun: Instant;
  fields: ReadonlyMap<string, StoredField>;
  past: readonly StoredField[];
  changedAt: Instant;
}

/** What was signed of a draft: its answers, and its fields as they stood. */
export interface SignedDraft {
  readonly draft: KeptDraft;
  readonly answers: ReturnType<typeof assembleDraft>["answers"];
}

export interface ServerAnswer {
  readonly status: number;
  readonly body: unknown;
}

const FIRST_MS = Date.UTC(2026, 2, 2, 8);
const notFound: ServerAnswer = {
  status: 404,
  body: { problems: [{ id: "draft.not-found" }] },
};

/** The rules of the server for drafts, with rows in memory. */
export class DraftServer {
  /** How far its clock has been set off, in milliseconds. */
  clockOff = 0;
  readonly drafts = new Map<string, KeptDraft>();
  readonly signed: SignedDraft[] = [];
  /** Every value that stood in a field when a request had been answered. */
  readonly stored = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  handle(by: Uuid, path: string, body: Record<string, unknown>): ServerAnswer {
    if (path.endsWith("/open-draft"))
      return this.#open(String(body["draft"]), String(body["item"]));
    const draft = this.drafts.get(String(body["draft"]));
    if (draft === undefined) return notFound;
    if (body["begun"] !== undefined && body["begun"] !== draft.begun) return notFound;
    if (path.endsWith("/save-draft")) {
      return this.#save(draft, by, body["changes"] as readonly DraftChange[]);
    }
    if (path.endsWith("/follow-draft")) {
      return this.#follow(draft, by, body["since"] as Instant | null);
    }
    return this.#sign(draft);
  }

  #at(): Instant {
    return instantOfMillis(FIRST_MS + Math.trunc(this.#now()) + this.clockOff);
  }

  #open(id: string, item: string): ServerAnswer {
    const known = [...this.drafts.values()].find((draft) => draft.item === item);
    const at = this.#at();
    const fresh = { id, item, begun: at, fields: new Map(), past: [], changedAt: at };
    const draft = known ?? fresh;
    this.drafts.set(draft.id, draft);
    const fields = [...draft.fields.values()].map(draftField);
    return {
      status: 200,
      body: { draft: draft.id, specDigest: "spec", fields, at, begun: draft.begun },
    };
  }

  #save(draft: KeptDraft, by: Uuid, changes: readonly DraftChange[]): ServerAnswer {
    const now = this.#at();
    const at = momentOfChange(now, draft.changedAt);
    const { after, past } = applyChanges(draft.fields, changes, { by, at });
    draft.changedAt = at;
    draft.fields = new Map([...draft.fields, ...after]);
    draft.past = [...draft.past, ...past];
    for (const { value } of after.values()) this.stored.add(value);
    return { status: 200, body: { savedAt: now, fields: [...after.values()].map(draftField) } };
  }

  #follow(draft: KeptDraft, by: Uuid, since: Instant | null): ServerAnswer {
    const now = this.#at();
    const asked = { by, since: since ?? now, now };
    const from = newsFrom(asked);
    const recent = [...draft.fields.values()].filter(({ at }) => at >= from);
    const { fresh, writing } = draftNews(recent, asked);
    const writers = writing.map(({ path }) => ({ path, name: "another" }));
    return { status: 200, body: { at: now, fields: fresh.map(draftField), writers } };
  }

  #sign(draft: KeptDraft): ServerAnswer {
    const { answers, unresolved } = assembleDraft([...draft.fields.values()].map(draftField));
    if (unresolved.length > 0) {
      return { status: 409, body: { problems: [{ id: "draft.unresolved-conflict" }] } };
    }
    this.signed.push({ draft, answers });
    this.drafts.delete(draft.id);
    return { status: 200, body: {} };
  }
}
