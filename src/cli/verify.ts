import { listAnchors } from "../store/anchor.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";
import { verifySeals, type SealReport } from "../store/verify-seals.ts";
import { verifyLog, type LogReport } from "../store/verify.ts";
import {
  compareAnchors,
  readAnchorFiles,
  type AnchorFault,
  type AnchorFile,
} from "./anchor-files.ts";
import { EXIT, type CliOutput, type RunCommand } from "./command.ts";
import type { OpenBoard } from "./with-boards.ts";
import { withBoards } from "./with-boards.ts";

interface Checked {
  readonly log: LogReport;
  readonly seals: SealReport;
  readonly sent: readonly AnchorFault[];
}

/**
 * Recomputes every chain, seal and anchor of every board and names each place that does not hold; with
 * `--anchors FOLDER` it compares the anchors with the files that were sent out.
 */
export const verify: RunCommand = async (args, output) => {
  const files = await readFiles(args.anchors, output);
  if (files === undefined) return EXIT.unusable;
  const boards = new Set<number>();
  const code = await withBoards(output, async (open) => {
    const { tenant, name } = open.board;
    boards.add(tenant);
    const checked = await checkBoard(open, tenant, files);
    const { log, seals, sent } = checked;
    const faults = [...log.broken, ...seals.faults, ...sent];
    const holds = faults.length === 0;
    if (args.json) output.out(JSON.stringify({ board: tenant, holds, ...checked }));
    else {
      output.out(
        `${tenant} ${name}: ${log.streams} streams, ${log.events} events, ${seals.accessRows} accesses, ${seals.seals} seals, ${seals.anchors} anchors ${holds ? "hold" : "DO NOT HOLD"}`,
      );
      for (const line of linesOf(checked)) output.out(`  ${line}`);
    }
    return holds;
  });
  const strays = files.filter(({ board }) => !boards.has(board));
  for (const { name } of strays) {
    const fault: AnchorFault = { place: name, reason: "board-missing" };
    output.out(args.json ? JSON.stringify(fault) : `${fault.place}: ${fault.reason}`);
  }
  return code === EXIT.agreed && strays.length > 0 ? EXIT.differs : code;
};

async function readFiles(
  folder: string | undefined,
  output: CliOutput,
): Promise<readonly AnchorFile[] | undefined> {
  if (folder === undefined) return [];
  try {
    const files = await readAnchorFiles(folder);
    if (files.length === 0) output.err(`There is no anchor in ${folder}.`);
    return files.length === 0 ? undefined : files;
  } catch {
    output.err(`${folder} can't be read.`);
    return undefined;
  }
}

function checkBoard(
  { store }: OpenBoard,
  tenant: Tenant,
  files: readonly AnchorFile[],
): Promise<Checked> {
  return inTenant(store.pools.app, tenant, async (tx) => {
    await tx.run({ text: "set transaction isolation level repeatable read" });
    const log = await verifyLog(tx);
    const seals = await verifySeals(tx);
    return { log, seals, sent: compareAnchors(tenant, await listAnchors(tx), files) };
  });
}

function linesOf({ log, seals, sent }: Checked): readonly string[] {
  return [
    ...log.broken.map(({ stream, seq, reason }) => `${stream} ${seq}: ${reason}`),
    ...[...seals.faults, ...sent].map(({ place, reason }) => `${place}: ${reason}`),
  ];
}
