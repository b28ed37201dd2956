import type { ReactNode } from "react";
import type { CommandState } from "../../api/use-command.ts";
import { ProblemNote } from "../../components/problem-note/problem-note.tsx";

/** One way in that somebody has, in words, and how it is taken back. */
export interface Way {
  readonly id: string;
  readonly name: string;
  readonly words: ReactNode;
  readonly end: () => Promise<unknown>;
}

/** Ways in that run, each with a button that ends it for whoever may. */
export function WaysIn({
  ways,
  end,
  mayEnd,
  state,
}: {
  readonly ways: readonly Way[];
  /** The word on each button. */
  readonly end: string;
  readonly mayEnd: boolean;
  readonly state: CommandState;
}) {
  return (
    <>
      <ul className="reach-list">
        {ways.map((way) => (
          <li key={way.id}>
            <p>{way.words}</p>
            {mayEnd ? (
              <button
                type="button"
                className="small no-print"
                aria-disabled={state.sending}
                aria-label={`${end}: ${way.name}`}
                onClick={() => void way.end()}
              >
                {end}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote state={state} />
    </>
  );
}
