import type { z } from "zod";
import type { Route } from "../../src/contract/route.ts";
import type { ProblemShape } from "../../src/contract/shapes.ts";
import { askStepUp } from "./step-up.ts";
import { signedOutState } from "./signed-out.ts";

/** One endpoint of the contract, typed by its route; a test holds method and path equal to the contract's. */
export interface Endpoint<R extends Route> {
  readonly method: R["method"];
  readonly path: string;
  /** Type only, never a value: what the route takes and answers. */
  readonly route?: R;
}

export type AnswerOf<R extends Route> = z.output<R["answer"]>;
export type BodyOf<R extends Route> = z.input<R["body"]>;
export type QueryOf<R extends Route> = z.input<R["query"]>;
export type ParamsOf<R extends Route> = z.input<R["params"]>;

export interface CallInput<R extends Route> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R>;
  /** A file, sent as its bytes instead of a body. */
  readonly bytes?: Blob;
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}

/** A refusal by the server: every problem with its rule, pointer and words in both languages. */
export class RefusedError extends Error {
  readonly status: number;
  readonly problems: readonly ProblemShape[];
  constructor(status: number, problems: readonly ProblemShape[]) {
    super(`refused ${status}`);
    this.status = status;
    this.problems = problems;
  }

  /** It was refused for a reason, so nothing of it is stored; after a fault of the server nobody knows. */
  get storedNothing(): boolean {
    return this.status < serverFault;
  }
}

const notSignedIn = 401;
const stepUp = "session.step-up";
const serverFault = 500;

/** The server could not be reached: nothing is known of what happened, the call may be repeated. */
export class NoContactError extends Error {}

/**
 * Calls an endpoint.
 *
 * @throws RefusedError when the server says no; NoContactError when there was no answer.
 */
export async function call<R extends Route>(
  endpoint: Endpoint<R>,
  input: CallInput<R> = {},
): Promise<AnswerOf<R>> {
  const response = await send(endpoint, input);
  const text = await response.text();
  if (response.ok) return parseAnswer<R>(text);
  if (response.status === notSignedIn) signedOutState.set(signedOutState.get() ?? "ended");
  const problems = parseProblems(text);
  // Nothing has happened yet: once it is shown who it is, the very same is sent again.
  if (problems[0]?.id === stepUp && (await askStepUp())) return call(endpoint, input);
  throw new RefusedError(response.status, problems);
}

async function send<R extends Route>(
  endpoint: Endpoint<R>,
  input: CallInput<R>,
): Promise<Response> {
  try {
    return await fetch(urlOf(endpoint.path, input.params, input.query), {
      method: endpoint.method,
      credentials: "same-origin",
      ...(input.signal === undefined ? {} : { signal: input.signal }),
      ...(input.keepalive === true ? { keepalive: true } : {}),
      ...(endpoint.method === "POST" ? bodyOf(input) : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new NoContactError();
  }
}

/** The browser's word on what kind of file it is stays here, and so does its name. */
function bodyOf<R extends Route>({ bytes, body }: CallInput<R>): RequestInit {
  if (bytes !== undefined) {
    return { headers: { "content-type": "application/octet-stream" }, body: bytes };
  }
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The address of an endpoint with its parameters and query filled in. */
export function urlOf(path: string, params: unknown, query: unknown): string {
  const given = isRecord(params) ? params : {};
  const filled = path.replace(/:([A-Za-z]+)/gu, (_whole, name: string) =>
    encodeURIComponent(plainText(given[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(isRecord(query) ? query : {})) {
    if (value !== undefined) search.set(name, plainText(value));
  }
  const text = search.toString();
  return text === "" ? filled : `${filled}?${text}`;
}

/** Parameters are texts, numbers and truths; anything else has no place in an address. */
function plainText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** The server has checked the answer against the contract; the page trusts its own server's shape. */
function parseAnswer<R extends Route>(text: string): AnswerOf<R> {
  return JSON.parse(text === "" ? "{}" : text) as AnswerOf<R>;
}

function parseProblems(text: string): readonly ProblemShape[] {
  try {
    const body: unknown = JSON.parse(text);
    const problems = isRecord(body) ? body["problems"] : undefined;
    return Array.isArray(problems) ? (problems as readonly ProblemShape[]) : [];
  } catch {
    return [];
  }
}
