import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** Whoever takes nothing for so long has gone, though the connection stands. */
const PATIENCE_MS = 60_000;
/** However slowly somebody takes it: what is read stands still in the database meanwhile. */
const LONGEST_MS = 15 * 60_000;

/** Gives out what is written while the work that reads it goes on. */
export interface OpenedStream<T> {
  /** What can be told before the first byte. */
  readonly told: T;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Starts work that opens something, tells of it and gives its bytes, such as a transaction whose rows go into a
 * file, and answers as soon as that is open. The work goes on, as fast as the bytes are taken, until they are all
 * gone or nobody takes them any more.
 */
export function streamOf<T>(
  work: (give: (opened: OpenedStream<T>) => Promise<void>) => Promise<Result<unknown>>,
): Promise<Result<{ readonly told: T; readonly bytes: Readable }, readonly Problem[]>> {
  return new Promise((resolve, reject) => {
    let given: PassThrough | undefined;
    const give = async ({ told, bytes }: OpenedStream<T>) => {
      // Work that is tried again after something has gone out would repeat it.
      if (given !== undefined) throw new Error("The file was begun already");
      const out = new PassThrough();
      given = out;
      resolve(ok({ told, bytes: out }));
      const end = setTimeout(() => out.destroy(new Error("The file took too long")), LONGEST_MS);
      try {
        await pipeline(Readable.from(patient(bytes, out)), out);
      } finally {
        clearTimeout(end);
      }
    };
    work(give).then(
      (done) => (done.ok ? undefined : resolve(fail(done.problems))),
      (error: unknown) => {
        if (given === undefined) reject(error instanceof Error ? error : new Error("No file"));
        else given.destroy(new Error("The file broke off"));
      },
    );
  });
}

async function* patient(
  bytes: AsyncIterable<Uint8Array>,
  out: PassThrough,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    const timer = setTimeout(() => out.destroy(new Error("Nobody takes the file")), PATIENCE_MS);
    try {
      yield chunk;
    } finally {
      clearTimeout(timer);
    }
  }
}
