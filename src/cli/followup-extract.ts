import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { listBoards } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { extractDefinition, statedPurpose } from "../contract/followup/download-extract.ts";
import { fileKinds, type FileKind } from "../contract/followup/file-table.ts";
import { makeFollowupFile } from "../exchange/followup/followup-file.ts";
import { describeExtract } from "../followup/extract/describe-extract.ts";
import { aboutOf, makeExtract } from "../followup/extract/make-extract.ts";
import type { ExtractDefinition } from "../followup/extract/resolve-extract.ts";
import { withExtract } from "../followup/extract/with-extract.ts";
import { fail, type Result } from "../kernel/result.ts";
import { problem } from "../kernel/problem.ts";
import type { StoredExtract } from "../store/extracts.ts";
import { inTenant } from "../store/in-tenant.ts";
import { programStore } from "../store/program-store.ts";
import type { Tenant } from "../store/tenant.ts";
import { isTestNumber } from "../access/test-numbers.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { whyNotInto } from "./may-write.ts";
import type { OpenProgram } from "./open-program.ts";
import { readJsonFile, whyMisshaped } from "./read-json-file.ts";
import { told, withProgram } from "./with-program.ts";

interface Wanted {
  readonly definition: ExtractDefinition;
  readonly purpose: string;
  readonly kind: FileKind;
  readonly folder: string;
  readonly board: number;
}

/** Takes rows of follow-up out into a new file, by a definition in JSON. What it was for is kept in the database. */
export const followupExtract: RunCommand = async (args, output) => {
  const wanted = await readWanted(args);
  if (typeof wanted === "string") {
    output.err(wanted);
    return EXIT.unusable;
  }
  return withProgram(output, async (program) => {
    const taken = await take(program, wanted);
    if (!taken.ok) return told(taken.problems, output, program.specification.problemTexts);
    const { file, rows, extract } = taken.value;
    output.out(args.json ? JSON.stringify({ file, rows, extract }) : `${file}: ${rows} rows`);
    return EXIT.agreed;
  });
};

/** What is asked for, or what is wrong with it. */
async function readWanted(args: CliArguments): Promise<Wanted | string> {
  const [path, ...others] = args.words;
  const { board, into, kind = "csv" } = args;
  if (path === undefined || others.length > 0) return "Name one file with the definition as JSON.";
  if (board === undefined || into === undefined) return "Give --board N and --into FOLDER.";
  const purpose = statedPurpose.safeParse(args.purpose);
  if (!purpose.success) return "Say with --purpose what it is for, in 10 to 500 letters.";
  const known = fileKinds.find((each) => each === kind);
  if (known === undefined) return `There is no kind ${kind}. Kinds: ${fileKinds.join(", ")}`;
  const shut = await whyNotInto(into);
  if (shut !== undefined) return shut;
  const read = await readJsonFile(path);
  if (read === undefined) return `${path} cannot be read.`;
  if (read.json === undefined) return `${path} is not JSON.`;
  const definition = extractDefinition.safeParse(read.json);
  if (!definition.success) {
    return `${path} is no definition: ${whyMisshaped(definition.error)}`;
  }
  return { definition: definition.data, purpose: purpose.data, kind: known, folder: into, board };
}

interface Taken {
  readonly file: string;
  readonly rows: number;
  readonly extract: string;
}

async function take(program: OpenProgram, wanted: Wanted): Promise<Result<Taken>> {
  const { pools, specification, settings, clock } = program;
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  const board = boards.find(({ tenant }) => tenant === wanted.board);
  if (board === undefined)
    return fail(problem("followup.no-board", { params: { n: wanted.board } }));
  const { packs } = programStore(pools, specification, { projectors: [], isTestNumber, clock });
  const texts = specification.words.followup;
  const followup = { pool: pools.followup, clock, packs, settings, texts };
  const scope = { tenant: board.tenant };
  const order = {
    definition: wanted.definition,
    statedPurpose: wanted.purpose,
    at: clock.now(),
  };
  const made = await makeExtract({ followup, app: pools.app, randomBytes }, scope, order);
  return made.ok ? writeFile(followup, scope, wanted, made.value) : made;
}

async function writeFile(
  followup: Parameters<typeof withExtract>[0],
  scope: { readonly tenant: Tenant },
  { definition, kind, folder }: Wanted,
  stored: StoredExtract,
): Promise<Result<Taken>> {
  const asked = { definition, seed: stored.seed, lang: "sv" } as const;
  return withExtract(followup, scope, asked, async (open) => {
    const words = { texts: followup.texts, lang: asked.lang };
    const { name, bytes } = makeFollowupFile(
      kind,
      "excel",
      describeExtract(open, aboutOf(stored), words),
    );
    const file = join(folder, name);
    // Only who runs the program may read it, and nothing is written over.
    await pipeline(Readable.from(bytes), createWriteStream(file, { flags: "wx", mode: 0o600 }));
    return { file, rows: open.table.count, extract: stored.extract };
  });
}
