import { readSpec } from "../../contract/spec/read-spec.ts";
import { problem } from "../../kernel/problem.ts";
import { handle } from "../http/handler.ts";

/** A pack never changes, so the browser keeps one that was asked for by its digest. */
export const readSpecHandler = handle(readSpec, async (ctx, { params }) => {
  const { packs } = ctx.app.store;
  if (params.digest === "current") return { ok: true, value: packs.current(ctx.tenant) };
  const found = packs.find(params.digest);
  if (found === undefined) return { ok: false, problems: [problem("spec.not-found")] };
  return { ok: true, value: { digest: found.digest, pack: found.pack }, cacheForEver: true };
});
