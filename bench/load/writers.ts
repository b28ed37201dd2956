import { randomUUID } from "node:crypto";

import type { HeldField, SavePlan } from "./save-plan.ts";

/** A request with what is done when it has been acknowledged. */
interface Sent {
  readonly head: string;
  readonly body: string;
  acknowledged(): void;
}

/** Everybody who writes: what each sends next, and what the server must hold by now. */
export interface Writers {
  /** `inCompany`: where a colleague may write too, the two take turns. */
  nextSave(inCompany: boolean): Sent;
  nextLook(): Sent;
  held(): readonly HeldField[];
}

/** One field of one draft, as its page knows it. */
interface Written {
  sent: number;
  acknowledged: number;
  /** The number of the save acknowledged that was sent last. */
  last: number;
}

/** Saves of one field before its writer goes to the next. */
const A_FIELD = 8;
const HEARD_MS = 3000;

/**
 * Writers that take turns, so that all drafts are written in. Each save has the whole text of its field, as the page
 * sends it, over the revision that the save before it makes.
 */
export function makeWriters(plan: SavePlan): Writers {
  const { drafts, fields } = plan;
  const texts = fields.map(({ text }) => JSON.stringify(text).slice(1, -1));
  const written = new Map<string, Written>();
  let turn = 0;
  let look = 0;
  const textOf = (field: number, n: number) => `${fields[field]?.text ?? ""} ${n}`;

  function writtenIn(key: string): Written {
    const found = written.get(key) ?? { sent: 0, acknowledged: 0, last: 0 };
    written.set(key, found);
    return found;
  }

  return {
    nextSave: (inCompany) => {
      const at = turn % drafts.length;
      const field = Math.floor(turn / drafts.length / A_FIELD) % fields.length;
      turn += 1;
      const one = writtenIn(`${at} ${field}`);
      one.sent += 1;
      const n = one.sent;
      const { draft = "", cookie: own = "", colleague = own } = drafts[at] ?? {};
      const cookie = inCompany && n % 2 === 0 ? colleague : own;
      const path = fields[field]?.path ?? "";
      return {
        head: headOf("save-draft", cookie),
        body: `{"draft":"${draft}","changes":[{"path":"${path}","base":${n},"value":"${texts[field]} ${n}","changeId":"${randomUUID()}"}],"since":"${sinceNow()}"}`,
        acknowledged: () => {
          one.acknowledged += 1;
          one.last = Math.max(one.last, n);
        },
      };
    },
    nextLook: () => {
      const { draft = "", cookie = "" } = drafts[look % drafts.length] ?? {};
      look += 1;
      const body = `{"draft":"${draft}","since":"${sinceNow()}"}`;
      return { head: headOf("follow-draft", cookie), body, acknowledged: () => undefined };
    },
    held: () =>
      [...written].flatMap(([key, { acknowledged, last }]) => {
        const [at = 0, field = 0] = key.split(" ").map(Number);
        const draft = drafts[at]?.draft ?? "";
        const path = fields[field]?.path ?? "";
        return last === 0 ? [] : [{ draft, path, text: textOf(field, last), saves: acknowledged }];
      }),
  };
}

/** When a page has heard of its draft the last time: with the save before, or a look. */
function sinceNow(): string {
  return new Date(Date.now() - HEARD_MS).toISOString();
}

function headOf(verb: string, cookie: string): string {
  return [
    `POST /api/v1/drafts/${verb} HTTP/1.1`,
    "host: 127.0.0.1",
    `cookie: ${cookie}`,
    "accept-encoding: gzip, deflate, br",
    "sec-fetch-site: same-origin",
    "content-type: application/json",
    "",
  ].join("\r\n");
}
