import { randomBytes } from "node:crypto";
import { readBoardSignIn, setBoardSignIn } from "../access/board-sign-in.ts";
import { readProvider, removeProvider, setProvider } from "../access/provider/provider-rows.ts";
import { signingKey } from "../access/provider/speak.ts";
import { makeSecretBox, type SecretBox } from "../access/secret-box.ts";
import { inTenant } from "../store/in-tenant.ts";
import { EXIT, type CliOutput, type RunCommand } from "./command.ts";
import { readFactorKeys } from "./factor-key.ts";
import { checkProvider } from "./provider-check.ts";
import { readProviderFile } from "./provider-file.ts";
import { readTestSettings } from "./test-settings.ts";
import { withBoards, type OpenBoard } from "./with-boards.ts";
import { told } from "./with-program.ts";

const USAGE =
  "Say what and the board: provider set FILE.json | check | remove | local on|off --board 1";

/** What one of the commands does to one board; true when all is well. */
type Act = (open: OpenBoard, tools: Tools) => Promise<boolean>;

interface Tools {
  readonly output: CliOutput;
  readonly box: SecretBox;
  readonly overHttp: boolean;
}

/** The identity provider of a board: set, checked, taken away; and local accounts opened again from the terminal. */
export const provider: RunCommand = async (args, output) => {
  const act = actOf(args.words);
  if (act === undefined || args.board === undefined) {
    output.err(USAGE);
    return EXIT.unusable;
  }
  const tests = readTestSettings(process.env);
  if (!tests.ok) return told(tests.problems, output);
  const keys = readFactorKeys(process.env);
  if (!keys.ok) return told(keys.problems, output);
  const tools = {
    output,
    box: makeSecretBox(keys.value, randomBytes),
    overHttp: tests.value.providerOverHttp,
  };
  return withBoards(output, (open) => act(open, tools), args.board);
};

function actOf([what, more, ...rest]: readonly string[]): Act | undefined {
  if (rest.length > 0) return undefined;
  if (what === "set" && more !== undefined) return (open, tools) => set(open, tools, more);
  if (what === "local" && (more === "on" || more === "off")) {
    return (open, tools) => setLocal(open, tools, more === "on");
  }
  if (more !== undefined) return undefined;
  return what === "check" ? check : what === "remove" ? remove : undefined;
}

async function set({ board, store }: OpenBoard, tools: Tools, file: string): Promise<boolean> {
  const { output, box, overHttp } = tools;
  const read = readProviderFile(file, overHttp);
  if (!read.ok) {
    for (const line of read.lines) output.err(line);
    return false;
  }
  const { provider: wanted } = read;
  if (wanted.auth === "key" && !(await isKey(wanted.secret))) {
    output.err("The private key can't be read; it must be PEM, RSA or P-256, without a password.");
    return false;
  }
  const untied = await inTenant(store.pools.app, board.tenant, (tx) =>
    setProvider(tx, box, wanted, store.clock.now()),
  );
  output.out(`${board.tenant} ${board.name}: ${wanted.issuer} is set, claim ${wanted.claim}`);
  if (untied > 0) {
    output.out(
      `${untied} accounts were tied to another provider and are tied anew at the next sign-in`,
    );
  }
  return tellCheck(tools, await checkProvider(wanted, overHttp));
}

async function check({ board, store }: OpenBoard, tools: Tools): Promise<boolean> {
  const { output, box, overHttp } = tools;
  const found = await inTenant(store.pools.app, board.tenant, (tx) => readProvider(tx, box));
  if (found === undefined || found === "unreadable") {
    output.err(
      found === undefined
        ? `${board.tenant} ${board.name}: no provider is set`
        : `${board.tenant} ${board.name}: its secret was sealed with another key (MITTPUNKT_FACTOR_KEY); set it again`,
    );
    return false;
  }
  const { secret: _secret, ...shown } = found;
  output.out(`${board.tenant} ${board.name}: ${JSON.stringify(shown)}`);
  output.out("come back to: PUBLIC_URL/sign-in/provider, after signing out: PUBLIC_URL/sign-in");
  output.out("back-channel logout: PUBLIC_URL/api/v1/session/provider-logout");
  return tellCheck(tools, await checkProvider(found, overHttp));
}

function tellCheck(
  { output }: Tools,
  { good, lines }: { readonly good: boolean; readonly lines: readonly string[] },
): boolean {
  for (const line of lines) {
    if (good) output.out(line);
    else output.err(line);
  }
  if (good) output.out("the provider answers and can be used");
  return good;
}

/** Without a provider nobody would get in but by local accounts, so they are opened. */
async function remove({ board, store }: OpenBoard, { output }: Tools): Promise<boolean> {
  const had = await inTenant(store.pools.app, board.tenant, async (tx) => {
    await setBoardSignIn(tx, { ...(await readBoardSignIn(tx)), localAccounts: true });
    return removeProvider(tx);
  });
  output.out(
    `${board.tenant} ${board.name}: ${had ? "taken away" : "none was set"}; local accounts sign in`,
  );
  return true;
}

/** The way back in when the provider is gone for long: local accounts are opened from the machine itself. */
async function setLocal(
  { board, store }: OpenBoard,
  { output }: Tools,
  on: boolean,
): Promise<boolean> {
  const done = await inTenant(store.pools.app, board.tenant, async (tx) => {
    const before = await readBoardSignIn(tx);
    if (!on && !before.provider) return false;
    await setBoardSignIn(tx, { ...before, localAccounts: on });
    return true;
  });
  const { tenant, name } = board;
  if (done) output.out(`${tenant} ${name}: local accounts ${on ? "on" : "off"}`);
  else output.err(`${tenant} ${name}: no provider is set, so nobody would get in`);
  return done;
}

async function isKey(pem: string): Promise<boolean> {
  try {
    await signingKey(pem);
    return true;
  } catch {
    return false;
  }
}
