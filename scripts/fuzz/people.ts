import type { DemoAccount } from "../../src/demo/make-demo-board.ts";
import type { FuzzWorld } from "./world.ts";

/** Somebody who sends requests, or nobody in particular. */
export interface Sender {
  readonly name: string;
  /** Whether the role sees what matters hold. */
  readonly hasMatters: boolean;
  cookie: string | undefined;
  /** A request has closed the account, or made it ask for more than a password. */
  isOut: boolean;
}

const HOST = "localhost:3000";
const QUARTER = 16 * 60_000;
/** Roles that meet no child by name, or none in matters. */
const WITHOUT_MATTERS = new Set(["admin", "kajsa", "lova", "astrid"]);

/** Everybody with an account, and somebody who has none. */
export function sendersOf(accounts: readonly DemoAccount[]): Sender[] {
  const people = accounts.map(({ username }) => ({
    name: username,
    hasMatters: !WITHOUT_MATTERS.has(username),
    cookie: undefined,
    isOut: false,
  }));
  return [...people, { name: "", hasMatters: false, cookie: undefined, isOut: false }];
}

/** Signs somebody in anew; the clock goes on where too many have tried. Whoever can't any more is out. */
export async function signIn(world: FuzzWorld, sender: Sender): Promise<void> {
  const account = world.accounts.find(({ username }) => username === sender.name);
  if (account === undefined || sender.isOut) return;
  const { username, password } = account;
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await world.server.inject({
      method: "POST",
      url: "/api/v1/session/sign-in",
      headers: { host: HOST, origin: `http://${HOST}` },
      payload: { username, password },
    });
    const [cookie] = answer.cookies;
    if (answer.statusCode === 200 && cookie !== undefined) {
      sender.cookie = `${cookie.name}=${cookie.value}`;
      return;
    }
    world.move(QUARTER);
  }
  sender.isOut = true;
}
