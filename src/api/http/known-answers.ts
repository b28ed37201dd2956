import { gzipSync } from "node:zlib";
import type { Route } from "../../contract/route.ts";
import { areSame } from "../../store/once-for.ts";
import { QUICKLY } from "./compress.ts";
import type { AnswerOf, Reply, RequestContext } from "./handler.ts";

/** An answer as it goes out, written and packed when it is first asked for. */
export interface KnownAnswer {
  text(): string;
  packed(): Buffer;
}

/** Bytes of all answers that are kept. */
const MOST_BYTES = 2_000_000;

interface Kept {
  readonly of: readonly unknown[];
  readonly answer: KnownAnswer;
  bytes: number;
}

const known = new Map<string, Kept>();
let kept = 0;

/**
 * What a route answers somebody, not made again while it would be made of the very same things: `of`, beside who
 * asks, the organisation and the day. They must be all that `make` looks at. The policy is asked and the access log
 * written before this, each time: what they allow is part of `of`. `about` is what the address says.
 */
export function knownAnswer<R extends Route>(
  ctx: RequestContext,
  route: R,
  { about, of }: { readonly about: string; readonly of: readonly unknown[] },
  make: () => AnswerOf<R>,
): Reply<AnswerOf<R>> {
  const key = `${route.id} ${ctx.tenant} ${ctx.actor.staff} ${about}`;
  const madeOf = [ctx.app, ctx.organisation, ctx.today, ...of];
  const found = known.get(key);
  known.delete(key);
  if (found !== undefined && areSame(found.of, madeOf)) {
    // Deleted and added again: the oldest stands first.
    known.set(key, found);
    return { ok: true, known: found.answer };
  }
  kept -= found?.bytes ?? 0;
  const answer = writtenOnce(route, make(), (bytes) => weigh(key, bytes));
  known.set(key, { of: madeOf, answer, bytes: 0 });
  return { ok: true, known: answer };
}

/** Counts an answer that has been written, and forgets the oldest where it becomes too much. */
function weigh(key: string, bytes: number): void {
  const written = known.get(key);
  if (written === undefined) return;
  written.bytes += bytes;
  kept += bytes;
  for (const [oldest, { bytes: freed }] of known) {
    if (kept <= MOST_BYTES) break;
    known.delete(oldest);
    kept -= freed;
  }
}

/** The shape of the contract lets nothing through that it does not name. */
function writtenOnce(route: Route, value: unknown, weighed: (bytes: number) => void): KnownAnswer {
  let unwritten: { readonly value: unknown } | undefined = { value };
  let text = "";
  let packed: Buffer | undefined;
  function written(): string {
    if (unwritten === undefined) return text;
    text = JSON.stringify(route.answer.parse(unwritten.value));
    unwritten = undefined;
    weighed(text.length);
    return text;
  }
  return {
    text: written,
    packed: () => {
      if (packed !== undefined) return packed;
      packed = gzipSync(written(), QUICKLY);
      weighed(packed.length);
      return packed;
    },
  };
}
