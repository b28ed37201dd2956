import { Readable } from "node:stream";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/**
 * Reads the bytes of a request up to a limit. A declared length above it is refused before anything is read,
 * an undeclared one at the first byte too many; what is left of the body is then thrown away unread, so that
 * the browser hears the reason. Refuses with `file.no-bytes`, `file.too-large`, `file.empty` and
 * `file.cut-off`.
 */
export async function readBytes(
  body: unknown,
  declared: number | undefined,
  limit: number,
): Promise<Result<Buffer>> {
  if (!(body instanceof Readable)) return fail(problem("file.no-bytes", { status: 415 }));
  const tooLarge = fail(problem("file.too-large", { status: 413, pointer: "/file" }));
  if (declared !== undefined && declared > limit) {
    body.resume();
    return tooLarge;
  }
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(part);
      size += bytes.length;
      if (size > limit) {
        body.resume();
        return tooLarge;
      }
      parts.push(bytes);
    }
  } catch {
    return fail(problem("file.cut-off", { status: 400, pointer: "/file" }));
  }
  if (size === 0) return fail(problem("file.empty", { status: 422, pointer: "/file" }));
  return ok(Buffer.concat(parts, size));
}
