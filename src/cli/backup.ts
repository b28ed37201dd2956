import { INSTALLATION } from "../access/installation.ts";
import { openBackupFile, writeBackupFile } from "../backup/backup-file.ts";
import {
  makeIdentity,
  readIdentities,
  readRecipients,
  readRecipientsFile,
} from "../backup/keys.ts";
import { BackupRefused } from "../backup/problems.ts";
import { NOWHERE, readBackup } from "../backup/read-backup.ts";
import { parseInstant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type CliOutput, type ExitCode, type RunCommand } from "./command.ts";
import { programVersion } from "./program-version.ts";
import { told, withProgram } from "./with-program.ts";

/** Makes a backup of everything, looks whether one is whole, or makes the keys for them. */
export const backup: RunCommand = async (args, output) => {
  if (args.newIdentity !== undefined) return newIdentity(args.newIdentity, output);
  if (args.check) return check(args, output);
  return write(args, output, undefined);
};

/** Makes a file of one board, to take into an empty installation. */
export const exportBoard: RunCommand = async (args, output) => {
  if (args.board === undefined) {
    output.err("Say which board: export-board --board 1 --to FILE --recipient age1…");
    return EXIT.unusable;
  }
  return write(args, output, args.board);
};

async function newIdentity(file: string, output: CliOutput): Promise<ExitCode> {
  const made = await makeIdentity(file, nowOf());
  if (!made.ok) return told(made.problems, output);
  output.out(made.value);
  output.err(
    `${file} opens what is encrypted to the recipient above. Without it a backup is lost:`,
  );
  output.err("keep it, and a copy, where the backups are not, and not on this machine.");
  return EXIT.agreed;
}

async function write(
  args: CliArguments,
  output: CliOutput,
  board: number | undefined,
): Promise<ExitCode> {
  const recipients = recipientsOf(args);
  if (!recipients.ok) return told(recipients.problems, output);
  const file = args.to;
  if (file === undefined) {
    output.err("Say where to: --to FILE");
    return EXIT.unusable;
  }
  return withProgram(output, async ({ database, clock }) => {
    const written = await writeBackupFile(
      {
        connection: database.connections.backup,
        recipients: recipients.value,
        madeAt: clock.now(),
        program: programVersion(),
        beside: [INSTALLATION],
        ...(board === undefined ? {} : { board }),
      },
      file,
    );
    if (!written.ok) return told(written.problems, output);
    const { bytes, sha256, manifest } = written.value;
    const rows = manifest.sections.reduce((sum, section) => sum + section.rows, 0);
    if (args.json) output.out(JSON.stringify({ file, bytes, sha256, rows }));
    else output.out(`${file}: ${rows} rows, ${bytes} bytes, SHA-256 ${sha256}`);
    return EXIT.agreed;
  });
}

function recipientsOf(args: CliArguments): Result<readonly string[]> {
  const file = args.recipients;
  const fromFile = file === undefined ? ok([]) : readRecipientsFile(file);
  return fromFile.ok ? readRecipients([...fromFile.value, ...args.recipient]) : fromFile;
}

async function check(args: CliArguments, output: CliOutput): Promise<ExitCode> {
  const opened = await openWithIdentity(args, output);
  if (!opened.ok) return opened.code;
  try {
    const { head, manifest } = await readBackup(opened.source, opened.identities, NOWHERE);
    const rows = manifest.sections.reduce((sum, section) => sum + section.rows, 0);
    if (args.json) output.out(JSON.stringify({ holds: true, rows, ...head, ...manifest }));
    else output.out(`${head.kind} of ${head.madeAt}: ${rows} rows, every digest holds`);
    return EXIT.agreed;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    told([error.problem], output);
    return EXIT.differs;
  }
}

type Opened =
  | {
      readonly ok: true;
      readonly source: AsyncIterable<Uint8Array>;
      readonly identities: readonly string[];
    }
  | { readonly ok: false; readonly code: ExitCode };

/** The file a command is about and the identities for it; what is missing is told. */
export async function openWithIdentity(args: CliArguments, output: CliOutput): Promise<Opened> {
  const [file] = args.words;
  if (file === undefined || args.identity === undefined) {
    output.err("Say which file and the identity that opens it: FILE --identity KEYFILE");
    return { ok: false, code: EXIT.unusable };
  }
  const identities = readIdentities(args.identity);
  const source = identities.ok ? await openBackupFile(file) : fail(identities.problems);
  if (!identities.ok || !source.ok) {
    return { ok: false, code: told(source.ok ? [] : source.problems, output) };
  }
  return { ok: true, source: source.value, identities: identities.value };
}

/** The time of the machine: written into the key file for people, and used for nothing. */
function nowOf() {
  const now = parseInstant(new Date().toISOString());
  if (now === undefined) throw new Error("The machine has no time");
  return now;
}
