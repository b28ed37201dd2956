import type { z } from "zod";
import { findAktFacts, mayInMatter } from "../../access/akt-reach.ts";
import {
  type commentShape,
  listComments,
  meetComment,
  writeComment,
} from "../../contract/basis/comments.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findDocument } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";
import { logAccess, logView } from "../../store/access-log.ts";
import {
  addComment,
  type DraftComment,
  listComments as listStored,
  meetComment as meetStored,
} from "../../store/drafts/comments.ts";
import { findDraft } from "../../store/drafts/draft-rows.ts";
import { findDraftOf } from "../../store/drafts/open-draft.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { accessEntry, denied } from "../http/denied.ts";
import { handleInTx, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { openAkt } from "../views/open-akt.ts";

/** The document whose parts are commented on. */
const DOCUMENT = "decision-basis";

export const listCommentsHandler = handleInTx(listComments, async (ctx, { params }, tx) => {
  const [akt, matter] = [uuidOf(params.akt), uuidOf(params.matter)];
  const opened = await openAkt(tx, ctx, listComments, akt);
  if ("problem" in opened) return fail(opened.problem);
  const { reading, facts } = opened;
  if (!reading.matters.has(matter)) return fail(problem("akt.not-found", { status: 404 }));
  logView(tx, accessEntry(ctx, listComments, { akt, matter, persons: [facts.person] }), ctx.now);
  const draft = await findDraftOf(tx, { akt, matter, document: DOCUMENT });
  // What is said of a text tells what the text says.
  const reads = reading.classes.includes("narrative");
  const comments = draft === undefined || !reads ? [] : await listStored(tx, draft);
  return ok({
    open: draft !== undefined,
    comments: comments.map((each) => shapeOf(ctx, each)),
  });
});

export const writeCommentHandler = handleInTx(writeComment, async (ctx, { body }, tx) => {
  const draft = await reachBasis(tx, ctx, writeComment, body);
  if (!draft.ok) return draft;
  const digest = (await findDraft(tx, draft.value))?.specDigest ?? "";
  if (!isPlace(ctx.app.store.packs.find(digest)?.pack, body.place)) {
    return fail(problem("comment.place-unknown", { pointer: "/place" }));
  }
  await addComment(tx, draft.value, {
    comment: uuidOf(body.comment),
    place: body.place,
    words: body.words,
    by: ctx.staff.staff,
    at: ctx.now,
  });
  return ok({});
});

export const meetCommentHandler = handleInTx(meetComment, async (ctx, { body }, tx) => {
  const draft = await reachBasis(tx, ctx, meetComment, body);
  if (!draft.ok) return draft;
  const met = body.met ? { by: ctx.staff.staff, at: ctx.now } : undefined;
  const found = await meetStored(tx, draft.value, uuidOf(body.comment), met);
  return found ? ok({}) : fail(problem("comment.not-found", { status: 404 }));
});

/** The draft of the basis of a matter, for whoever may do there what the route does; tried and done are logged. */
async function reachBasis(
  tx: Tx,
  ctx: RequestContext,
  route: typeof writeComment | typeof meetComment,
  body: { readonly akt: string; readonly matter: string },
): Promise<Result<Uuid>> {
  const [akt, matter] = [uuidOf(body.akt), uuidOf(body.matter)];
  const facts = await findAktFacts(tx, akt);
  if (facts === undefined || !facts.matters.has(matter)) {
    return fail(problem("akt.not-found", { status: 404 }));
  }
  const entry = accessEntry(ctx, route, { akt, matter, persons: [facts.person] });
  const verdict = mayInMatter(ctx.actor, route.action, route.purpose, facts, matter);
  if ("deny" in verdict) return fail(await denied(tx, ctx, entry, verdict.deny));
  const draft = await findDraftOf(tx, { akt, matter, document: DOCUMENT });
  if (draft === undefined) return fail(problem("draft.not-found", { status: 404 }));
  logAccess(tx, "command", entry, ctx.now);
  return ok(draft);
}

/** A section of the document, or an area where a section is written area by area. */
function isPlace(pack: Pack | undefined, place: string): boolean {
  const [kind, id] = place.split("/");
  if (kind === "area") return pack?.areas.some((area) => area.id === id) === true;
  const sections = pack === undefined ? [] : (findDocument(pack, DOCUMENT)?.sections ?? []);
  return kind === "section" && sections.some((section) => section.id === id);
}

function shapeOf(ctx: RequestContext, each: DraftComment): z.input<typeof commentShape> {
  const { comment, place, words, by, at, metBy, metAt } = each;
  const nameOf = (staff: Uuid) => ctx.organisation.staff.get(staff)?.name ?? "";
  return {
    comment,
    place,
    words,
    written: { by: nameOf(by), at },
    met: metBy === null || metAt === null ? null : { by: nameOf(metBy), at: metAt },
  };
}
