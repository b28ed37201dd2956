import type { BadRequest } from "./bad-request.ts";

/** What came back. */
export interface Came {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What must never be in an answer. */
export interface Canaries {
  /** Words of another board: in no answer to anybody. */
  readonly never: readonly string[];
  /** Words of protected persons: in no refusal, and in no answer to those without matters. */
  readonly guarded: readonly string[];
}

/** Signs of the inside of the program. */
const INSIDE =
  /\bat \S+ \(?\/|node_modules|\.ts:\d+|\bpg_[a-z]+|syntax error at|violates |duplicate key|invalid input syntax|select .* from |insert into |\/tmp\/|mp_app|Cannot read prop|is not a function|is not iterable/u;

/** A line of the log: method, pattern, status, time, id; nothing of the request. */
const LOG_LINE = /^[A-Z]+ (?:\/[A-Za-z0-9/:*._-]*|-) \d{3} \d+ms [0-9a-f]{16}$/u;

/** What is wrong with an answer; undefined when nothing is. */
export function faultOf(
  came: Came,
  sent: BadRequest,
  canaries: Canaries,
  hasMatters: boolean,
): string | undefined {
  const { status, body } = came;
  if (status >= 500) return `status ${status}`;
  const whole = `${body}\n${JSON.stringify(came.headers)}`;
  const leak = canaries.never.find((word) => whole.includes(word));
  if (leak !== undefined) return `says ${leak} of another board`;
  const guarded = canaries.guarded.find((word) => whole.includes(word));
  if (guarded !== undefined && (status >= 400 || !hasMatters)) return `says ${guarded}`;
  if (status < 400) return undefined;
  if (INSIDE.test(body)) return `shows the inside: ${INSIDE.exec(body)?.[0] ?? ""}`;
  return sent.method === "HEAD" ? undefined : refusalFault(body, came.headers);
}

/** A refusal is RFC 9457 with at least one problem that has an id and words, and is not many times its request. */
function refusalFault(body: string, headers: Came["headers"]): string | undefined {
  if (!String(headers["content-type"]).startsWith("application/problem+json")) {
    return `a refusal as ${String(headers["content-type"])}`;
  }
  try {
    const answer: unknown = JSON.parse(body);
    const problems = parseProblems(answer);
    const [first] = problems;
    if (first === undefined) return "a refusal without a problem";
    const wordless = problems.find(({ id, sv, en }) => sv === id || en === id || !sv || !en);
    return wordless === undefined ? undefined : `no words for ${wordless.id}`;
  } catch {
    return "a refusal that is no JSON";
  }
}

interface Shown {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

function parseProblems(answer: unknown): readonly Shown[] {
  return (answer as { problems?: Shown[] }).problems ?? [];
}

/** What is wrong with a line of the log; undefined when nothing is. */
export function faultOfLine(line: string): string | undefined {
  return LOG_LINE.test(line) ? undefined : `the log says ${line.slice(0, 200)}`;
}
