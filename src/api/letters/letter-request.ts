import type { Uuid } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { LetterRequest } from "../../print/letters/letter-source.ts";
import { mayInMatter } from "../../access/akt-reach.ts";
import { opensOriginals } from "../received/opens-originals.ts";
import { chosenEnclosures } from "../../domain/letters/enclosures.ts";
import type { Answers } from "../../domain/event.ts";
import type { PurposeId } from "../../contract/route.ts";
import type { ActionId } from "../../contract/route.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { accessEntry, denied } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { uuidOf, uuidsOf } from "../http/ids.ts";
import { openPaper } from "../views/open-paper.ts";
import { codesOf } from "../../domain/read.ts";
import { parseUuid } from "../../kernel/ids.ts";

interface Route {
  readonly id: string;
  readonly action: ActionId;
  readonly purpose: PurposeId;
}

interface Body {
  readonly akt: string;
  readonly matter: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly data: Answers;
}

/** Nobody sends what they may not open. */
function enclosesReceived(data: Answers): boolean {
  return chosenEnclosures(data).some(({ kind }) => kind === "received");
}

/** A letter that somebody asks for, within the policy: akt and matter are theirs to print from. */
export async function letterRequest(
  ctx: RequestContext,
  route: Route,
  body: Body,
): Promise<Result<LetterRequest>> {
  const akt = uuidOf(body.akt);
  const matter = uuidOf(body.matter);
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const opened = await openPaper(tx, ctx, route, akt);
    if ("problem" in opened) return fail(opened.problem);
    const recipients = codesOf(body.data["to"]).flatMap((one): Uuid[] => {
      const person = parseUuid(one);
      return person === undefined ? [] : [person];
    });
    const persons = [...new Set([opened.facts.person, ...recipients])];
    const access = accessEntry(ctx, route, { akt, matter, persons });
    if (!opened.reading.matters.has(matter)) {
      const verdict = mayInMatter(ctx.actor, route.action, route.purpose, opened.facts, matter);
      const rule = "deny" in verdict ? verdict.deny : "access.not-yours";
      return fail(await denied(tx, ctx, access, rule));
    }
    const received = codesOf(body.data["drawing"]).length > 0 || enclosesReceived(body.data);
    if (received && !opensOriginals(opened.reading.classes)) {
      return fail(await denied(tx, ctx, access, "access.role"));
    }
    return ok({
      akt,
      matter,
      ids: uuidsOf(body.ids),
      data: body.data,
      actor: ctx.staff.staff,
      access,
    });
  });
}
