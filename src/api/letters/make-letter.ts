import { makeLetter } from "../../contract/letters/make-letter.ts";
import { ok } from "../../kernel/result.ts";
import { storedPrints } from "../../print/file-store.ts";
import { makeLetter as make } from "../../print/letters/make-letter.ts";
import { handle } from "../http/handler.ts";
import { letterRequest } from "./letter-request.ts";

export const makeLetterHandler = handle(makeLetter, async (ctx, { body }) => {
  const request = await letterRequest(ctx, makeLetter, body);
  if (!request.ok) return request;
  const { store, renderer } = ctx.app;
  const deps = { store, files: storedPrints(store), renderer };
  const making = { internal: body.copy === "internal", together: body.together };
  const made = await make(deps, ctx.tenant, request.value, making);
  if (!made.ok) return made;
  const { file, name, sha256, omitted, beside } = made.value;
  return ok({ file, name, sha256, omitted, beside: [...beside] });
});
