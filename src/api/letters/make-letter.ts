import { makeLetter } from "../../contract/letters/make-letter.ts";
import { unfilledProblems } from "../../domain/phrases/unfilled.ts";
import { fail, ok } from "../../kernel/result.ts";
import { storedPrints } from "../../print/file-store.ts";
import { makeLetter as make } from "../../print/letters/make-letter.ts";
import { handle } from "../http/handler.ts";
import { letterRequest } from "./letter-request.ts";

export const makeLetterHandler = handle(makeLetter, async (ctx, { body }) => {
  // A letter that lacks what a phrase asks for is no letter yet, also before it is sent.
  const unfilled = unfilledProblems("letter", body.data, "/data");
  if (unfilled.length > 0) return fail(unfilled);
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
