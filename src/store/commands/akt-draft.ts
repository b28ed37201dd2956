import { definitions } from "../../domain/definitions.ts";
import type { AktState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findDocument, findField } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { assembleDraft } from "../drafts/assemble-draft.ts";
import { readContent, readContents } from "../drafts/draft-content.ts";
import { lockDraft, lockDrafts, lockFreeDraft, type DraftHead } from "../drafts/draft-rows.ts";
import type { Tx } from "../in-tenant.ts";
import { contentHash, latestContentHash, latestContentHashes } from "../projections/document.ts";
import { readEvents } from "../views/read-akt.ts";
import { standingViews } from "../views/standing-views.ts";
import type { AktRequest } from "./request.ts";

/** Fixing keeps the draft: the parties answer, and what they say goes into the version that is signed. */
const KEEPS_DRAFT: ReadonlySet<string> = new Set(["basis.fix"]);

/** What a draft gives a command. */
export interface DraftContent {
  readonly specDigest: string;
  readonly document: string;
  readonly answers: Answers;
  /** The hash of the latest version of the document; undefined where there is none. */
  readonly latest: Buffer | undefined;
}

/** A draft as it was read under lock; undefined head when it is gone. */
export interface LockedDraft {
  readonly draft: Uuid;
  readonly head: DraftHead | undefined;
  readonly fields: Awaited<ReturnType<typeof readContent>>;
  readonly latest: Buffer | undefined;
}

/** Locks and reads the draft a command names, with the hash of the document's latest version. */
export async function loadDraft(
  tx: Tx,
  request: AktRequest,
  { leaveHeld }: { readonly leaveHeld: boolean },
): Promise<LockedDraft | undefined> {
  const { draft, ids } = request;
  if (draft === undefined) return undefined;
  const document = ids["document"];
  const [head, fields, latest] = await Promise.all([
    leaveHeld ? lockFreeDraft(tx, draft) : lockDraft(tx, draft),
    readContent(tx, draft),
    document === undefined ? undefined : latestContentHash(tx, document),
  ]);
  return { draft, head, fields, latest };
}

/**
 * As {@link loadDraft} for several commands at once, by draft: one that somebody holds, or that two commands name,
 * is as if it were gone.
 */
export async function loadFreeDrafts(
  tx: Tx,
  requests: readonly AktRequest[],
): Promise<ReadonlyMap<Uuid, LockedDraft>> {
  const drafts = [...new Set(requests.flatMap(({ draft }) => draft ?? []))];
  if (drafts.length === 0) return new Map();
  const named = requests.filter(({ draft }) => draft !== undefined);
  const [heads, contents, latest] = await Promise.all([
    lockDrafts(tx, drafts, true),
    readContents(tx, drafts),
    latestContentHashes(tx, [...new Set(named.flatMap(({ ids }) => ids["document"] ?? []))]),
  ]);
  return new Map(
    named.flatMap(({ draft, ids }) => {
      if (draft === undefined) return [];
      const isTwice = named.filter((each) => each.draft === draft).length > 1;
      const head = isTwice ? undefined : heads.find((each) => each.draft === draft);
      const fields = contents.get(draft) ?? [];
      return [[draft, { draft, head, fields, latest: latest.get(ids["document"] ?? draft) }]];
    }),
  );
}

/**
 * The content of a draft for the command. Refuses with `draft.not-found`, `draft.other-document` (of
 * another akt, matter or document than the command is about) and `draft.unresolved-conflict`, one
 * for each field where two values stand against each other.
 */
export function contentOf(locked: LockedDraft, request: AktRequest): Result<DraftContent> {
  const { head } = locked;
  if (head === undefined) return fail(problem("draft.not-found", { status: 404 }));
  const definition = definitions[request.type];
  const wanted = definition?.content ?? definition?.document;
  const fits =
    head.document === wanted &&
    head.akt === request.akt &&
    (head.matter === undefined || head.matter === request.matter);
  if (!fits) return fail(problem("draft.other-document", { status: 409, pointer: "/draft" }));
  const { answers, unresolved } = assembleDraft(locked.fields);
  if (unresolved.length > 0) {
    return fail(
      unresolved.map((path) =>
        problem("draft.unresolved-conflict", { status: 409, pointer: `/draft/${path}` }),
      ),
    );
  }
  const { latest } = locked;
  return ok({ specDigest: head.specDigest, document: head.document, answers, latest });
}

/** Whether the answers are those of the latest version of the document already. */
export function isUnchanged({ latest, answers }: DraftContent): boolean {
  return latest?.equals(contentHash(answers)) === true;
}

/**
 * The draft with what the record itself tells in its document, as it counts now; whatever a client had put in
 * its place is not asked. As it is for every other document, and for one of a specification without the field.
 */
export async function filledDraft(
  tx: Tx,
  state: AktState,
  request: AktRequest,
  draft: DraftContent,
  pack: Pack,
): Promise<DraftContent> {
  const { content: document = "", fills } = definitions[request.type] ?? {};
  const matter = request.matter === undefined ? undefined : state.matters[request.matter];
  if (fills === undefined || matter === undefined) return draft;
  const { [fills.field]: _given, ...answers } = draft.answers;
  const spec = findDocument(pack, document);
  if (spec === undefined || findField(spec, fills.field) === undefined) return draft;
  const found = await readEvents(tx, state.akt, fills.entries(matter));
  const views = await standingViews(tx, state, [...found.values()]);
  const items = fills.items(
    state.akt,
    views.map(({ event }) => event),
  );
  return { ...draft, answers: items.length === 0 ? answers : { ...answers, [fills.field]: items } };
}

/** Whether the draft is erased in the transaction of the command. */
export function erasesDraft(request: AktRequest): boolean {
  return request.draft !== undefined && !KEEPS_DRAFT.has(request.type);
}
