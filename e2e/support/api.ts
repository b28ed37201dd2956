import { randomUUID } from "node:crypto";

import type { z } from "zod";

import type { Route } from "../../src/contract/route.ts";
import { registerPerson } from "../../src/contract/persons/register-person.ts";
import { problemShape, type ProblemShape } from "../../src/contract/shapes.ts";
import { urlOf } from "../../web/api/client.ts";

/** An answer of the program as it was sent. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** What it was refused for; empty where it was not. */
  readonly problems: readonly ProblemShape[];
}

/** What goes along with a call, by the contract of its route. */
export interface CallInput<R extends Route> {
  readonly params?: z.input<R["params"]>;
  readonly query?: z.input<R["query"]>;
  readonly body?: z.input<R["body"]>;
}

/** The program's interface as one signed-in user, the way its page uses it. */
export class Api {
  readonly base: string;
  /** `name=value` of the session. */
  readonly cookie: string;

  constructor(base: string, cookie: string) {
    this.base = base;
    this.cookie = cookie;
  }

  static async signIn(
    base: string,
    account: { readonly username: string; readonly password: string },
  ): Promise<Api> {
    const { username, password } = account;
    const answer = await fetch(new URL("/api/v1/session/sign-in", base), {
      method: "POST",
      headers: { "content-type": "application/json", origin: base },
      body: JSON.stringify({ username, password }),
    });
    const [cookie = ""] = answer.headers.getSetCookie();
    if (!answer.ok || cookie === "") throw new Error(`Signing in: ${await answer.text()}`);
    return new Api(base, cookie.split(";")[0] ?? "");
  }

  /** Calls a route that must succeed; its answer is what the contract says. */
  async call<R extends Route>(route: R, input: CallInput<R> = {}): Promise<z.output<R["answer"]>> {
    const answer = await this.ask(route, input);
    if (answer.status >= 400) throw new Error(`${route.id}: ${answer.status} ${answer.text}`);
    return parseAnswer(route, answer.text);
  }

  /** Calls a route and gives whatever comes back. */
  ask<R extends Route>(route: R, input: CallInput<R> = {}): Promise<ApiAnswer> {
    const path = urlOf(route.path, input.params, input.query);
    return route.method === "GET"
      ? this.get(path)
      : this.send(path, JSON.stringify(input.body ?? {}));
  }

  get(path: string): Promise<ApiAnswer> {
    return this.#fetch(path, { method: "GET" }, {});
  }

  /** Posts a text as it is, also one that is no JSON. */
  send(path: string, body: string): Promise<ApiAnswer> {
    const headers = { "content-type": "application/json", origin: this.base };
    return this.#fetch(path, { method: "POST", body }, headers);
  }

  /** Registers a person; gives its id. */
  async person(data: z.input<typeof registerPerson.body>["data"]): Promise<string> {
    const person = randomUUID();
    await this.call(registerPerson, { body: { commandId: randomUUID(), person, data } });
    return person;
  }

  async #fetch(
    path: string,
    init: RequestInit,
    more: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer> {
    const headers = { ...more, cookie: this.cookie };
    const answer = await fetch(new URL(path, this.base), { ...init, headers });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const { status } = answer;
    return { status, headers: answer.headers, bytes, text, problems: parseProblems(status, text) };
  }
}

function parseAnswer<R extends Route>(route: R, text: string): z.output<R["answer"]> {
  return route.answer.parse(JSON.parse(text)) as z.output<R["answer"]>;
}

function parseProblems(status: number, text: string): readonly ProblemShape[] {
  if (status < 400) return [];
  const body = JSON.parse(text) as { readonly problems: unknown };
  return problemShape.array().parse(body.problems);
}
