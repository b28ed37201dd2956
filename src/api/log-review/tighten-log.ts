import { changeLogSetting, logSettingOf } from "../../access/next-review.ts";
import { tightenLog } from "../../contract/log-review/change-review.ts";
import { problem } from "../../kernel/problem.ts";
import { ok } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { listReviews } from "../../store/log-review.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { notAsAdministrator, refuse } from "./reviewer.ts";

/** Given again it changes nothing; the access log tells who asked for it. */
export const tightenLogHandler = handle(tightenLog, async (ctx, { body }) =>
  inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const refused = notAsAdministrator(ctx);
    if (refused !== undefined) return refuse(tx, ctx, tightenLog, refused);
    const before = await logSettingOf(tx);
    const { reviewMonths, keepYears } = body;
    const pointer =
      reviewMonths > before.reviewMonths
        ? "/reviewMonths"
        : keepYears < before.keepYears
          ? "/keepYears"
          : undefined;
    if (pointer !== undefined) {
      return refuse(tx, ctx, tightenLog, problem("log-review.looser", { status: 403, pointer }));
    }
    await changeLogSetting(tx, ctx.today, await listReviews(tx), { reviewMonths, keepYears });
    logAccess(tx, "command", accessEntry(ctx, tightenLog, { persons: [] }), ctx.now);
    return ok({});
  }),
);
