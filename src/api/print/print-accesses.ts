import { logSettingOf } from "../../access/next-review.ts";
import { accessLaw, mostAccessRows, wordsOfActions, wordsOfKind } from "../../access/read-log.ts";
import { printAccesses } from "../../contract/print/print-accesses.ts";
import { guardianOrder } from "../../domain/audience.ts";
import { isKeptFrom } from "../../domain/hidden-in.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  buildAccesses,
  type AccessPrintFacts,
  type AccessPrintLine,
} from "../../print/accesses/build-accesses.ts";
import { partyRole } from "../../print/frame.ts";
import { say } from "../../print/print-texts.ts";
import { recipientsOn } from "../../print/recipients.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { readAccesses, type AccessGroup } from "../../store/views/read-accesses.ts";
import { readAkt } from "../../store/views/read-akt.ts";
import { findBriefs } from "../../store/views/person-brief.ts";
import { accessEntry } from "../http/denied.ts";
import { handle, type Reply, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { labelText, personLabel, staffName, unitRef } from "../views/labels.ts";
import { openPaper } from "../views/open-paper.ts";

export const printAccessesHandler = handle(
  printAccesses,
  async (ctx, { params, query }): Promise<Reply<unknown>> => {
    const [from, to] = [parsePlainDate(query.from), parsePlainDate(query.to)];
    if (from === undefined || to === undefined || from > to) {
      return fail(problem("log-review.no-period", { status: 422 }));
    }
    const wanted = { akt: uuidOf(params.akt), recipient: uuidOf(query.recipient), from, to };
    const facts = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
      readFacts(tx, ctx, wanted),
    );
    if (!facts.ok) return facts;
    const pdf = await ctx.app.renderer.render(buildAccesses(facts.value));
    if (!pdf.ok) return pdf;
    const name = `${say("accesses.file")}-${stockholmDate(ctx.now)}.pdf`;
    return {
      ok: true,
      file: { bytes: pdf.value, mediaType: "application/pdf", name, inline: true },
    };
  },
);

interface Wanted {
  readonly akt: Uuid;
  readonly recipient: Uuid;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

async function readFacts(
  tx: Tx,
  ctx: RequestContext,
  { akt, recipient, from, to }: Wanted,
): Promise<Result<AccessPrintFacts>> {
  const opened = await openPaper(tx, ctx, printAccesses, akt);
  if ("problem" in opened) return fail(opened.problem);
  const view = await readAkt(tx, akt, ctx.today);
  if (view === undefined) return fail(problem("akt.not-found", { status: 404 }));
  const order = view.guardianOrder.length > 0 ? view.guardianOrder : guardianOrder([]);
  const parties = recipientsOn(view.child, view.guardians, ctx.today, order);
  const party = parties.find(({ person }) => person === recipient);
  if (party === undefined) return fail(problem("print.recipient-not-party", { status: 409 }));
  const { groups, cut } = await readAccesses(tx, akt, mostAccessRows);
  // A list that ends too early would say that nobody looked before.
  if (cut && groups.every(({ day }) => day >= from)) {
    return fail(problem("print.accesses-too-long", { status: 409 }));
  }
  const { extractNames } = await logSettingOf(tx);
  const { person } = opened.facts;
  const child = (await findBriefs(tx, [person])).get(person);
  const isChild = party.person === person;
  const tells = {
    names: extractNames,
    // Where something is kept from a guardian, a unit may tell of it: a shelter, another town.
    units: isChild || !isKeptFrom(view.state, party.person),
    what: isChild,
  };
  logView(tx, accessEntry(ctx, printAccesses, { akt, persons: [person, party.person] }), ctx.now);
  return ok({
    akt,
    child: child === undefined ? "" : personLabel(ctx, child).name,
    party: { name: party.name, role: partyRole(party.kind), isChild },
    board: { name: ctx.organisation.board.name, synthetic: ctx.organisation.board.synthetic },
    maker: ctx.staff.name,
    at: ctx.now,
    from,
    to,
    law: accessLaw.sv,
    named: extractNames,
    lines: groups
      .filter(
        ({ day, kind }) => day >= from && day <= to && (kind === "view" || kind === "command"),
      )
      .map((group) => lineOf(ctx, group, tells)),
  });
}

interface Tells {
  readonly names: boolean;
  readonly units: boolean;
  readonly what: boolean;
}

function lineOf(ctx: RequestContext, group: AccessGroup, tells: Tells): AccessPrintLine {
  const member = ctx.organisation.state.staff.find(({ staff }) => staff === group.staff);
  const role = member === undefined ? "" : labelText(ctx, `role.${member.role}`).sv;
  const unit = tells.units ? (unitRef(ctx, member?.unit)?.name ?? "") : "";
  const name = tells.names ? staffName(ctx, group.staff) : "";
  return {
    day: group.day,
    who: [name, role, unit].filter((part) => part !== ""),
    did: wordsOfKind(group.kind).sv,
    times: group.times,
    what: tells.what ? wordsOfActions(group.actions).map(({ sv }) => sv) : [],
  };
}
