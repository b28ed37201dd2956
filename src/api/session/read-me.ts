import { readMe } from "../../contract/session/read-me.ts";
import { handle } from "../http/handler.ts";
import { meAnswer } from "./me-answer.ts";

export const readMeHandler = handle(readMe, async (ctx) => ({
  ok: true,
  value: meAnswer(ctx.app.store, ctx),
}));
