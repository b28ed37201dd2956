import { Readable } from "node:stream";
import type { MadeFile } from "../../exchange/followup/followup-file.ts";
import { ParquetFailed } from "../../exchange/followup/parquet-file.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import type { Reply } from "../http/handler.ts";

/** A file whose first bytes have been made: what goes wrong before them can still be told. */
export async function begun(bytes: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const first = await bytes.next();
  async function* all() {
    if (first.done === true) return;
    yield first.value;
    yield* bytes;
  }
  return all();
}

/** Answers with a small file. Refuses with `followup.no-parquet` where that kind cannot be made here. */
export async function fileReply({ bytes, ...told }: MadeFile): Promise<Reply<string>> {
  return orNoParquet(async () => {
    const made = Readable.from(await begun(bytes));
    return { ok: true, file: { ...told, bytes: made, inline: false } };
  });
}

/** Runs what makes a file; a Parquet file that could not be made is a refusal in words. */
export async function orNoParquet(run: () => Promise<Reply<string>>): Promise<Reply<string>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ParquetFailed) return fail(problem("followup.no-parquet"));
    throw error;
  }
}
