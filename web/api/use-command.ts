import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Route } from "../../src/contract/route.ts";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import {
  type AnswerOf,
  type BodyOf,
  call,
  type Endpoint,
  NoContactError,
  RefusedError,
} from "./client.ts";
import { Intention } from "./intention.ts";
import { told } from "./told.ts";

export interface CommandState {
  readonly sending: boolean;
  /** What stopped it: the law, the specification, a wrong answer. */
  readonly problems: readonly ProblemShape[];
  /** Good practice that asks for a reason before it goes on. */
  readonly warnings: readonly ProblemShape[];
  readonly noContact: boolean;
}

const still: CommandState = { sending: false, problems: [], warnings: [], noContact: false };

/**
 * Sends a command once per intention: the same command id goes with every try until it is answered, so a
 * lost answer never makes it happen twice. After success everything shown is read anew.
 */
export function useCommand<R extends Route>(
  endpoint: Endpoint<R>,
): {
  readonly state: CommandState;
  readonly send: (body: (commandId: string) => BodyOf<R>) => Promise<AnswerOf<R> | undefined>;
} {
  const [state, setState] = useState<CommandState>(still);
  const [intention] = useState(() => new Intention());
  const client = useQueryClient();
  const send = useCallback(
    async (body: (commandId: string) => BodyOf<R>) => {
      setState({ ...still, sending: true });
      try {
        const answer = await call(endpoint, { body: body(intention.id()) });
        intention.done();
        setState(still);
        told.show(parseWarnings(answer));
        await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "pack" });
        return answer;
      } catch (error) {
        setState(stateOf(error));
        intention.failed(error);
        return undefined;
      }
    },
    [client, endpoint, intention],
  );
  return { state, send };
}

/** Commands on an akt, a report or a person answer with what they told; others have nothing to tell. */
function parseWarnings(answer: unknown): readonly ProblemShape[] {
  // The server has checked its answer; the checker itself would make code at run time, which the page forbids.
  const known = typeof answer === "object" && answer !== null && "warnings" in answer;
  return known && Array.isArray(answer.warnings)
    ? (answer.warnings as readonly ProblemShape[])
    : [];
}

function stateOf(error: unknown): CommandState {
  if (error instanceof NoContactError) return { ...still, noContact: true };
  if (error instanceof RefusedError) {
    return {
      ...still,
      problems: error.problems.filter((found) => found.severity === "block"),
      warnings: error.problems.filter((found) => found.severity === "warn"),
    };
  }
  throw error;
}
