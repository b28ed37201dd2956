import { exportPack } from "../exchange/workbook/export-pack.ts";
import { findPackFolder } from "../exchange/workbook/pack-folders.ts";
import { writeNew } from "../exchange/workbook/pack-output.ts";
import { SPEC_DIRECTORY } from "../store/specification.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { readInstalledPacks, tellAll } from "./workbook-command.ts";

/** Writes a specification pack as a workbook; a file that is there already is left alone. */
export const specExport: RunCommand = async (args, output) => {
  const [file, ...others] = args.words;
  if (file === undefined || others.length > 0) {
    output.err("Name one file to write, such as specification.xlsx.");
    return EXIT.unusable;
  }
  const installed = await readInstalledPacks(process.env);
  if (!installed.ok) return tellAll(installed.problems, file, undefined, output);
  const { packs, overlays, catalogue } = installed.value;
  const folder = await findPackFolder(SPEC_DIRECTORY, overlays, packs, args.pack);
  if (!folder.ok) return tellAll(folder.problems, file, catalogue, output);
  const workbook = await exportPack(folder.value);
  if (!workbook.ok) return tellAll(workbook.problems, file, catalogue, output);
  const { bytes, sheets, rows } = workbook.value;
  const written = await writeNew(file, bytes);
  if (!written.ok) return tellAll(written.problems, file, catalogue, output);
  const { name } = folder.value;
  if (args.json) output.out(JSON.stringify({ file, pack: name, sheets, rows }));
  else output.out(`${file}: ${name}, ${rows} rows on ${sheets} sheets`);
  return EXIT.agreed;
};
