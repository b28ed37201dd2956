import { listBoards } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { logDefaults } from "../access/log-review.ts";
import { forgetNotices } from "../access/account-notices.ts";
import { forgetOldBrowsers } from "../access/known-browsers.ts";
import { forgetLogouts } from "../access/provider/logout-rows.ts";
import { removeOldSteps } from "../access/sign-in-steps.ts";
import { removeEndedSessions } from "../access/sessions.ts";
import { removeOldTries } from "../access/throttle.ts";
import { makeWatch, metManyToday, watchLine, type Watch } from "../access/watch-reading.ts";
import { keepDailyBackup, type DailyBackup } from "../backup/daily-backup.ts";
import { refreshPersons } from "../jobs/refresh-persons.ts";
import type { Job } from "../jobs/start-jobs.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import type { Store } from "../store/deps.ts";
import { inTenant } from "../store/in-tenant.ts";
import { executeRun } from "../store/retention/execute-run.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import { continueRetention } from "../store/retention/retention-list.ts";
import { eraseOldUploads } from "../store/received/upload.ts";
import { makeAnchor } from "../store/anchor.ts";
import { findLogSetting } from "../store/log-setting.ts";
import { removeOldAccesses } from "../store/remove-accesses.ts";
import { sealLogs } from "../store/seal.ts";
import type { Tenant } from "../store/tenant.ts";
import { sendAnchors } from "./anchor-files.ts";
import type { OpenProgram } from "./open-program.ts";
import { programVersion } from "./program-version.ts";

const MINUTE = 60_000;

/** Where what the program does by itself leaves something. */
export interface JobSettings {
  /** The folder outside the server that anchors are written to. */
  readonly anchorTo?: string | undefined;
  /** What destruction asks of follow-up; without it no run is carried out here. */
  readonly retention?: FollowupPart;
  /** Where what is worth an alert is told; without it nobody watches. */
  readonly say?: (line: string) => void;
}

/** What the program does by itself: seals the logs, keeps labels up to date, forgets what is over. */
export function programJobs(store: Store, settings: JobSettings = {}): readonly Job[] {
  const watch = makeWatch();
  return [
    {
      name: "seal",
      everyMs: MINUTE,
      run: () =>
        eachBoard(store, async (tenant) => {
          await sealLogs(store, tenant);
          await makeAnchor(store, tenant);
          if (settings.anchorTo !== undefined) await sendAnchors(store, tenant, settings.anchorTo);
        }),
    },
    {
      name: "retention",
      everyMs: MINUTE,
      run: async () => {
        const { retention: followup } = settings;
        if (followup === undefined) return;
        // A run that is refused (the clock) waits for the next turn; its page says why.
        await eachBoard(store, async (tenant) => {
          await executeRun(store, tenant, { followup });
          await continueRetention(store, tenant);
        });
      },
    },
    {
      name: "persons",
      everyMs: 15 * MINUTE,
      run: () => eachBoard(store, async (tenant) => void (await refreshPersons(store, tenant))),
    },
    {
      name: "access-log",
      everyMs: 24 * 60 * MINUTE,
      run: () => eachBoard(store, (tenant) => removeAccesses(store, tenant)),
    },
    {
      name: "watch",
      everyMs: 15 * MINUTE,
      run: async () => {
        const { say } = settings;
        if (say !== undefined) await eachBoard(store, (board) => look(store, board, watch, say));
      },
    },
    { name: "forget", everyMs: 60 * MINUTE, run: () => forget(store) },
  ];
}

/** Says that somebody meets many more children in a day than a day's work has, once for each and day. */
async function look(
  store: Store,
  tenant: Tenant,
  watch: Watch,
  say: (line: string) => void,
): Promise<void> {
  const unseen = await inTenant(store.pools.app, tenant, async (tx) => {
    const { today } = boardTime(store, (await loadOrganisation(store, tx)).board);
    return watch.unseen(tenant, today, await metManyToday(tx, today));
  });
  if (unseen > 0) say(watchLine(tenant, unseen));
}

/** Removes what of the access log has been kept for as long as the board has decided. */
async function removeAccesses(store: Store, tenant: Tenant): Promise<void> {
  const { keepYears } = (await inTenant(store.pools.app, tenant, findLogSetting)) ?? logDefaults;
  const about = { keepYears, removal: store.ids.next(), now: store.clock.now() };
  await removeOldAccesses(store.pools.retention, tenant, about);
}

async function eachBoard(store: Store, work: (tenant: Tenant) => Promise<void>): Promise<void> {
  const boards = await inTenant(store.pools.app, INSTALLATION, listBoards);
  for (const { tenant } of boards) await work(tenant);
}

async function forget(store: Store): Promise<void> {
  const now = store.clock.now();
  await inTenant(store.pools.app, INSTALLATION, async (tx) => {
    await removeOldTries(tx, now);
    await removeOldSteps(tx, now);
  });
  await eachBoard(store, (tenant) =>
    inTenant(store.pools.app, tenant, async (tx) => {
      await removeEndedSessions(tx, now);
      await removeOldSteps(tx, now);
      await forgetLogouts(tx, now);
      await forgetOldBrowsers(tx, now);
      await forgetNotices(tx, now);
      await eraseOldUploads(tx, now);
    }),
  );
}

/** The backup of the day, looked for each quarter of an hour; what it made, or why not, is said in the log. */
export function dailyBackupJob(
  { database, clock }: Pick<OpenProgram, "database" | "clock">,
  daily: DailyBackup,
  say: (line: string) => void,
): Job {
  return {
    name: "backup",
    everyMs: 15 * MINUTE,
    run: async () => {
      const kept = await keepDailyBackup(daily, {
        connection: database.connections.backup,
        madeAt: clock.now(),
        program: programVersion(),
        beside: [INSTALLATION],
      });
      if (!kept.ok) for (const { id } of kept.problems) say(`backup: ${id}`);
      else if (kept.value !== undefined) {
        const { file, bytes, sha256 } = kept.value;
        say(`backup: ${file}, ${bytes} bytes, SHA-256 ${sha256}`);
      }
    },
  };
}
