import { previewLetter } from "../../contract/letters/preview-letter.ts";
import { ok } from "../../kernel/result.ts";
import { previewLetter as preview } from "../../print/letters/make-letter.ts";
import { handle } from "../http/handler.ts";
import { problemShapeOf } from "../http/problem-answer.ts";
import { letterRequest } from "./letter-request.ts";

export const previewLetterHandler = handle(previewLetter, async (ctx, { body }) => {
  const request = await letterRequest(ctx, previewLetter, body);
  if (!request.ok) return request;
  const read = await preview(ctx.app.store, ctx.tenant, request.value);
  if (!read.ok) return read;
  const { model, omitted, lacking, problems, pieces } = read.value;
  return ok({
    title: model.title,
    subtitle: model.subtitle,
    masthead: model.masthead.map(({ label, lines }) => ({ label, lines: [...lines] })),
    blocks: model.front.map(({ heading, paragraphs, pictures, space }) => ({
      heading,
      paragraphs: [...paragraphs],
      pictures: (pictures ?? []).map((one) => one?.name ?? null),
      space: space ?? null,
    })),
    pieces: pieces.map(({ prompt, of, record }) => ({ prompt, of, record })),
    omitted,
    lacking: [...lacking],
    problems: problems.map((found) => problemShapeOf(found, ctx.app.problemTexts)),
  });
});
