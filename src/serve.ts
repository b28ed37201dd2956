import { randomBytes } from "node:crypto";
import { INSTALLATION } from "./access/installation.ts";
import { makeSetupCode } from "./access/setup-code.ts";
import { makeLogWriter } from "./api/http/log-writer.ts";
import { faultLines } from "./api/http/request-log.ts";
import type { HttpServer } from "./api/http/server.ts";
import { fillOnWhatWasLeft } from "./api/session/filling.ts";
import { usableBoards } from "./api/session/read-setup.ts";
import type { AppContext } from "./api/app-context.ts";
import { makeApp } from "./api/make-app.ts";
import { readDailyBackup } from "./backup/daily-backup.ts";
import { openApp, WEB_DIRECTORY } from "./app.ts";
import { readAnchorFolder } from "./cli/anchor-files.ts";
import { readFactorKeys } from "./cli/factor-key.ts";
import { openProgram, type OpenProgram } from "./cli/open-program.ts";
import { dailyBackupJob, programJobs } from "./cli/program-jobs.ts";
import { readSettings, type ServerSettings } from "./cli/server-settings.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import type { Problem } from "./kernel/problem.ts";
import { startRenderer } from "./print/render.ts";
import type { Store } from "./store/deps.ts";
import { inTenant } from "./store/in-tenant.ts";
import { errorCode } from "./store/postgres/connection.ts";
import { readScanner } from "./store/received/scanner.ts";

const { say, flush } = makeLogWriter((text) => void process.stdout.write(text));
process.on("exit", flush);
// A promise that failed and that nobody waited for: its transaction is undone and its request answered. That is
// a fault to be told and mended, and no reason to take the program from everybody who writes in it.
process.on("unhandledRejection", (reason) => tellFault("unhandled", reason));

/** The person who starts the program reads this, in both languages, without a stack. */
function giveUp(problems: readonly Problem[]): never {
  for (const { id, text, params } of problems) {
    const words = text ?? { sv: `${id} ${JSON.stringify(params ?? {})}`, en: id };
    process.stderr.write(`${words.sv}\n${words.en === words.sv ? "" : `${words.en}\n`}`);
  }
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  if (!settings.ok) giveUp(settings.problems);
  const scanner = readScanner(process.env["MITTPUNKT_SCAN"]);
  if (!scanner.ok) giveUp(scanner.problems);
  const anchorTo = readAnchorFolder(process.env["MITTPUNKT_ANCHOR_TO"]);
  if (!anchorTo.ok) giveUp(anchorTo.problems);
  const daily = readDailyBackup(process.env);
  if (!daily.ok) giveUp(daily.problems);
  const opened = await openProgram({ env: process.env, log: say, migrates: true });
  if (!opened.ok) giveUp(opened.problems);
  const program = opened.value;
  // After the database: where no folder can be, that is said of the database that should lie there.
  const factorKeys = readFactorKeys(process.env);
  if (!factorKeys.ok) {
    await program.close();
    giveUp(factorKeys.problems);
  }
  const renderer = startRenderer({ onFailure: (stage) => say(`print: failed at ${stage}`) });
  const app = await openApp(program, renderer, {
    scanner: scanner.value,
    factorKeys: factorKeys.value,
    publicUrl: settings.value.server.publicUrl,
  });
  const server = settings.value.web ? await startWeb(settings.value, app, program) : undefined;
  const jobs = settings.value.jobs
    ? startJobs(
        programJobs(app.store, { anchorTo: anchorTo.value, retention: app.retention, say }),
        tellFault,
      )
    : undefined;
  // In a line of its own: the seals do not wait for it.
  const backups =
    settings.value.jobs && daily.value !== undefined
      ? startJobs([dailyBackupJob(program, daily.value, say)], tellFault)
      : undefined;
  stopOnSignal(async () => {
    await server?.close();
    await jobs?.stop();
    await backups?.stop();
    await renderer.close();
    await program.close();
  });
  if (server === undefined) return;
  await welcome(settings.value, app.store);
  fillOnWhatWasLeft(app).catch((error: unknown) => tellFault("filling", error));
}

function tellFault(job: string, error: unknown): void {
  faultLines(error, job).forEach(say);
}

async function startWeb(
  settings: ServerSettings,
  app: AppContext,
  program: OpenProgram,
): Promise<HttpServer> {
  const server = await makeApp(app, {
    ...settings.server,
    log: say,
    webFolder: WEB_DIRECTORY,
  });
  try {
    await server.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    await program.close();
    giveUp([listenProblem(settings, errorCode(error))]);
  }
  return server;
}

function listenProblem({ port, host }: ServerSettings, code: string | undefined): Problem {
  const taken = code === "EADDRINUSE";
  const text = taken
    ? {
        sv: `Port ${port} på ${host} är upptagen. Välj en annan: PORT=8080 npm start`,
        en: `Port ${port} on ${host} is taken. Choose another: PORT=8080 npm start`,
      }
    : {
        sv: `Det går inte att lyssna på ${host}:${port} (${code ?? "okänt fel"}). Välj en annan port eller adress: PORT=8080 HOST=127.0.0.1 npm start`,
        en: `Can't listen on ${host}:${port} (${code ?? "unknown fault"}). Choose another port or address: PORT=8080 HOST=127.0.0.1 npm start`,
      };
  return { id: taken ? "port-taken" : "cannot-listen", severity: "block", text };
}

/** The address, and on an empty installation the one-time code for the first board. */
async function welcome(settings: ServerSettings, store: Store): Promise<void> {
  const address =
    settings.server.publicUrl ?? `http://${shownHost(settings.host)}:${settings.port}`;
  say(`Mittpunkt: ${address}`);
  const boards = await usableBoards(store.pools);
  if (boards.length > 0) return;
  const code = await inTenant(store.pools.app, INSTALLATION, (tx) =>
    makeSetupCode(tx, randomBytes, store.clock.now()),
  );
  say(`Installationen är tom. Engångskod för att skapa den första nämnden: ${code}`);
  say(`The installation is empty. One-time code to make the first board: ${code}`);
}

function shownHost(host: string): string {
  return host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
}

/** Stops in order: no new request, those under way finished, then the database. A second signal ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          tellFault("stop", error);
          process.exit(1);
        },
      );
    });
  }
}

try {
  await main();
} catch (error) {
  tellFault("start", error);
  process.exit(1);
}
