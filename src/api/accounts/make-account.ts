import { accountTaken, inviteAccount } from "../../access/account-changes.ts";
import { COPY_SECRET_BYTES, makeAccount, normalUsername } from "../../access/accounts.ts";
import { readableSecret } from "../../access/passwords.ts";
import { makeStaffAccount } from "../../contract/accounts/account-acts.ts";
import { problem } from "../../kernel/problem.ts";
import { Refusal } from "../../store/refusal.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { administer } from "./administer.ts";

/** An account without a password: nobody signs in with it before its owner has chosen one with the code. */
export const makeStaffAccountHandler = handle(makeStaffAccount, (ctx, { body }) => {
  const { clock } = ctx.app.store;
  const [account, staff] = [uuidOf(body.account), uuidOf(body.staff)];
  const username = normalUsername(body.username);
  const command = { type: "account.make", ids: { account, staff }, data: {} } as const;
  const act = { route: makeStaffAccount, commandId: uuidOf(body.commandId), command };
  return administer(ctx, act, async (tx) => {
    const taken = await accountTaken(tx, { staff, username });
    const other = taken.find((each) => each.account !== account);
    if (other?.staff === staff) throw new Refusal(problem("account.has-one", { status: 409 }));
    if (other !== undefined) {
      throw new Refusal(problem("account.name-taken", { status: 409, pointer: "/username" }));
    }
    // Given again after a lost answer: the account is there, and only the code is new.
    if (taken.length === 0) {
      const copySecret = ctx.app.randomBytes(COPY_SECRET_BYTES);
      const made = { account, staff, username, passwordHash: null, copySecret };
      await makeAccount(tx, made, clock.now());
    }
    const code = readableSecret(ctx.app.randomBytes);
    return { code, until: await inviteAccount(tx, account, code, clock.now()) };
  });
});
