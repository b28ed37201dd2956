import { findFactsOfAkter, type AktFacts } from "../../access/akt-reach.ts";
import { drawSample, reviewHints, reviewSize } from "../../access/log-review.ts";
import { relationToAkt } from "../../access/read-log.ts";
import { startReview } from "../../contract/log-review/change-review.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { instantOfLocal, parseLocalDateTime, type Instant } from "../../kernel/instant.ts";
import { addDays, parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { insertReview, listReviews, type ReviewRow } from "../../store/log-review.ts";
import {
  readPrivateTies,
  readReviewGroups,
  type PrivateTie,
  type ReviewGroup,
} from "../../store/views/log-review-rows.ts";
import { performsOnDay, readPerformed } from "../../store/views/list-assignments.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { notAsAdministrator, refuse } from "./reviewer.ts";

type NewRow = Omit<ReviewRow, "row" | "verdict" | "note">;

export const startReviewHandler = handle(startReview, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, startReview, refused);
    const review = uuidOf(body.review);
    const openAlready = problem("log-review.open-already", { status: 409 });
    const earlier = await begunBefore(tx, review);
    if (earlier === "this") return ok({ review });
    if (earlier === "another") return refuse(tx, ctx, startReview, openAlready);
    const period = periodOf(ctx, body.from, body.to);
    if (period === undefined) {
      return refuse(
        tx,
        ctx,
        startReview,
        problem("log-review.no-period", { status: 422, pointer: "/to" }),
      );
    }
    const groups = await readReviewGroups(tx, startOf(period.from), startOf(addDays(period.to, 1)));
    const others = groups.filter(({ staff }) => staff !== ctx.actor.staff);
    const rows = await withHints(tx, ctx, others);
    const marked = rows.filter(({ hints }) => hints.length > 0);
    const plain = rows.filter(({ hints }) => hints.length === 0);
    // Fewer days are chosen instead: to leave some out would be to choose whom to look at.
    if (marked.length + reviewSize.sample > reviewSize.most) {
      const params = { n: reviewSize.most };
      return refuse(
        tx,
        ctx,
        startReview,
        problem("log-review.too-many", { status: 422, pointer: "/to", params }),
      );
    }
    const seed = Buffer.from(ctx.app.store.randomBytes(16)).toString("hex");
    const made = {
      review,
      ...period,
      seed,
      sampledOf: plain.length,
      leftOut: groups.length - others.length,
      madeBy: ctx.actor.staff,
      madeAt: ctx.now,
    };
    const sample = drawSample(plain, seed, reviewSize.sample);
    if (!(await insertReview(tx, made, [...marked, ...sample]))) {
      // Begun at the same moment: this one sent twice, or another.
      const other = await begunBefore(tx, review);
      return other === "this" ? ok({ review }) : refuse(tx, ctx, startReview, openAlready);
    }
    logAccess(tx, "command", accessEntry(ctx, startReview, { persons: [] }), ctx.now);
    return ok({ review });
  }),
);

async function begunBefore(tx: Tx, review: Uuid): Promise<"this" | "another" | undefined> {
  const reviews = await listReviews(tx);
  if (reviews.some((each) => each.review === review)) return "this";
  return reviews.some(({ signedAt }) => signedAt === null) ? "another" : undefined;
}

/** Whole days that are over, not too many. */
function periodOf(ctx: RequestContext, first: string, last: string) {
  const [from, to] = [parsePlainDate(first), parsePlainDate(last)];
  if (from === undefined || to === undefined) return undefined;
  const fits = from <= to && to < ctx.today && to < addDays(from, reviewSize.longestDays);
  return fits ? { from, to } : undefined;
}

function startOf(day: PlainDate): Instant {
  const local = parseLocalDateTime(`${day}T00:00`);
  if (local === undefined) throw new RangeError("Not a day");
  return instantOfLocal(local);
}

async function withHints(
  tx: Tx,
  ctx: RequestContext,
  groups: readonly ReviewGroup[],
): Promise<readonly NewRow[]> {
  const pairs = groups.flatMap(({ staff, akt }) => (akt === null ? [] : [{ staff, akt }]));
  const facts = await findFactsOfAkter(
    tx,
    pairs.map(({ akt }) => akt),
  );
  const [found, performed] = await Promise.all([
    readPrivateTies(tx, pairs),
    readPerformed(
      tx,
      pairs.map(({ akt }) => akt),
    ),
  ]);
  const ties = new Map(found.map((tie) => [`${tie.staff} ${tie.akt}`, tie]));
  return groups.map((group) => {
    const akt = group.akt === null ? undefined : facts.get(group.akt);
    const hadTask = performed.some((each) => each.akt === group.akt && performsOnDay(each, group));
    const tie = ties.get(`${group.staff} ${group.akt ?? ""}`);
    return rowOf(ctx, group, { akt, tie, hadTask });
  });
}

/** What is known of a row beside the log; `hadTask`: as somebody outside the board with an assignment that day. */
interface Known {
  readonly akt: AktFacts | undefined;
  readonly tie: PrivateTie | undefined;
  readonly hadTask: boolean;
}

function rowOf(ctx: RequestContext, group: ReviewGroup, { akt, tie, hadTask }: Known): NewRow {
  const { hours, glass, inHour, inDay, ...row } = group;
  const member = ctx.organisation.state.staff.find(({ staff }) => staff === group.staff);
  const manages: Uuid | undefined = member?.role === "unit-manager" ? member.unit : undefined;
  const relation =
    akt === undefined
      ? undefined
      : relationToAkt(group.staff, manages, akt.matters.values(), hadTask);
  const hints = reviewHints({
    day: group.day,
    hours,
    glass,
    inHour,
    inDay,
    relation,
    protectedChild: akt?.protected === true,
    ownFamily: tie?.family === true,
    sameAddress: tie?.address === true,
    namesake: tie?.namesake === true,
    deniedOnly: group.kinds.every((kind) => kind === "denied"),
  });
  return { ...row, relation: relation ?? "", hints };
}
