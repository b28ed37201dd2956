import type { z } from "zod";
import type { AnswerValue } from "../../../domain/event.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { CaseEvent } from "../case-file.ts";
import { answersOf, inEachMatter, mapping, type KindMapping, type MapContext } from "./mapping.ts";

/** What an act says besides its kind and time. */
export interface ActParts {
  readonly answers: Readonly<Record<string, AnswerValue | null | undefined>>;
  readonly ids?: Readonly<Record<string, Uuid>>;
  readonly requires?: readonly string[];
}

/**
 * A kind of event that is recorded as an act. `attempts` is true where the law has conditions for the act, so
 * that an attempt at it can be refused; for the others nothing could be compared.
 */
export function act<T>(
  kind: string,
  shape: z.ZodType<T>,
  parts: (event: CaseEvent, data: T, ctx: MapContext, matter: string) => ActParts | undefined,
  options: { readonly attempts?: boolean } = {},
): KindMapping {
  return mapping(
    shape,
    (event, data, ctx) =>
      inEachMatter(event, (matter) => {
        const made = parts(event, data, ctx, matter);
        if (made === undefined) return undefined;
        return {
          type: "act.record",
          ids: { act: ctx.ids.thing(event.id, matter), ...made.ids },
          data: answersOf({ kind, occurredAt: event.occurredAt, ...made.answers }),
          requires: made.requires ?? [],
        };
      }),
    { attempts: options.attempts ?? false },
  );
}
