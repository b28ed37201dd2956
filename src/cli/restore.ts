import { restoreBackup } from "../backup/restore.ts";
import type { BackupHead } from "../backup/shape.ts";
import type { CliArguments } from "./arguments.ts";
import { openWithIdentity } from "./backup.ts";
import { EXIT, type CliOutput, type ExitCode, type RunCommand } from "./command.ts";
import { factorKeyFile } from "./factor-key.ts";
import { told, withProgram } from "./with-program.ts";

/** Takes a backup into an empty installation, all or nothing. */
export const restore: RunCommand = (args, output) => takeIn(args, output, "installation");

/** Takes the file of one board into an empty installation, all or nothing. */
export const importBoard: RunCommand = (args, output) => takeIn(args, output, "board");

async function takeIn(
  args: CliArguments,
  output: CliOutput,
  kind: BackupHead["kind"],
): Promise<ExitCode> {
  const opened = await openWithIdentity(args, output);
  if (!opened.ok) return opened.code;
  const { source, identities } = opened;
  return withProgram(
    output,
    async ({ database }) => {
      const connection = database.connections.admin;
      const restored = await restoreBackup({ connection, source, identities, kind });
      if (!restored.ok) return told(restored.problems, output);
      const { madeAt, boards, rows, events, seals } = restored.value;
      if (args.json) output.out(JSON.stringify(restored.value));
      else {
        output.out(
          `As of ${madeAt}: boards ${boards.join(", ")}; ${rows} rows with equal digests, ${events} events and ${seals} seals hold`,
        );
      }
      output.err(
        `Second factors work again with the key file of the installation that the backup is of: put it at ${factorKeyFile(process.env)}`,
      );
      return EXIT.agreed;
    },
    { migrates: true },
  );
}
