import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { kindOf } from "../../spec/story.ts";
import type { Place, StoryFilter } from "../../store/views/chronology-page.ts";
import { maybeUuid } from "../http/ids.ts";

/** What an address says of which part of the story is wanted. */
export interface StoryQuery {
  readonly cursor?: string | undefined;
  readonly kind?: string | undefined;
  readonly matter?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StoryWanted {
  readonly only: StoryFilter;
  readonly before?: Place;
}

/** The filter and the place of an address. Refuses days that do not exist (`request.shape`). */
export function storyWanted(query: StoryQuery): Result<StoryWanted> {
  const problems: Problem[] = [];
  function day(name: keyof StoryQuery, text: string | undefined): PlainDate | undefined {
    const parsed = text === undefined ? undefined : parsePlainDate(text);
    if (text !== undefined && parsed === undefined) {
      problems.push(
        problem("request.shape", { pointer: `/${name}`, params: { expected: "date" } }),
      );
    }
    return parsed;
  }
  const from = day("from", query.from);
  const to = day("to", query.to);
  const on = day("cursor", query.cursor?.slice(0, 10));
  const matter = maybeUuid(query.matter);
  if (problems.length > 0) return fail(problems);
  return ok({
    only: {
      ...(query.kind === undefined ? {} : typesOf(query.kind)),
      ...(matter === undefined ? {} : { matter }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    ...(on === undefined ? {} : { before: { on, seq: Number(query.cursor?.slice(11)) } }),
  });
}

/** A kind of the story, or one event type. */
function typesOf(kind: string): Pick<StoryFilter, "types" | "acts"> {
  const known = kindOf(kind);
  return known === undefined ? { types: [kind] } : { types: known.types, acts: known.acts };
}
