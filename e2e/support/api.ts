import { randomUUID } from "node:crypto";

/** An answer of the program: its status, its JSON, and its text as it was sent. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  json(): Json;
}

/** JSON that a test looks into; a wrong guess about its shape fails the test. */
// oxlint-disable-next-line typescript/no-explicit-any -- what a test reads it states in its expectations
export type Json = any;

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
    const answer = await fetch(new URL("/api/v1/session/sign-in", base), {
      method: "POST",
      headers: { "content-type": "application/json", origin: base },
      body: JSON.stringify({ username: account.username, password: account.password }),
    });
    const [cookie = ""] = answer.headers.getSetCookie();
    if (!answer.ok || cookie === "") throw new Error(`Signing in: ${await answer.text()}`);
    return new Api(base, cookie.split(";")[0] ?? "");
  }

  get(path: string): Promise<ApiAnswer> {
    return this.#send(path, { method: "GET" });
  }

  post(path: string, body: unknown): Promise<ApiAnswer> {
    return this.#send(path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.base },
      body: JSON.stringify(body),
    });
  }

  /** As `get`, for what must succeed. */
  async read(path: string): Promise<Json> {
    return done(path, await this.get(path));
  }

  /** As `post`, for what must succeed. */
  async must(path: string, body: unknown): Promise<Json> {
    return done(path, await this.post(path, body));
  }

  /** Registers a person; gives its id. */
  async person(
    data: Readonly<Record<string, unknown>>,
    relations: readonly { readonly kind: string; readonly to: string }[] = [],
  ): Promise<string> {
    const person = randomUUID();
    await this.must("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person,
      data,
      relations: relations.map((each) => ({ relation: randomUUID(), ...each })),
    });
    return person;
  }

  async #send(path: string, init: RequestInit): Promise<ApiAnswer> {
    const answer = await fetch(new URL(path, this.base), {
      ...init,
      headers: { ...init.headers, cookie: this.cookie },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return {
      status: answer.status,
      headers: answer.headers,
      bytes,
      text,
      json: () => JSON.parse(text) as Json,
    };
  }
}

function done(path: string, answer: ApiAnswer): Json {
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.json();
}
