import { importPack } from "../exchange/workbook/import-pack.ts";
import { readGiven, refuseFilled, writeFiles } from "../exchange/workbook/pack-output.ts";
import { EXIT, type RunCommand } from "./command.ts";
import { readInstalledPacks, tellAll } from "./workbook-command.ts";

/** Checks a workbook; with a folder, writes the files of the pack it makes. Nothing is written over. */
export const specImport: RunCommand = async (args, output) => {
  const [file, ...others] = args.words;
  if (file === undefined || others.length > 0) {
    output.err("Name one workbook to read, such as specification.xlsx.");
    return EXIT.unusable;
  }
  const installed = await readInstalledPacks(process.env);
  if (!installed.ok) return tellAll(installed.problems, file, undefined, output);
  const { packs, catalogue } = installed.value;
  const { into } = args;
  const free = into === undefined ? undefined : await refuseFilled(into);
  if (free?.ok === false) return tellAll(free.problems, file, catalogue, output);
  const bytes = await readGiven(file);
  if (!bytes.ok) return tellAll(bytes.problems, file, catalogue, output);
  const read = await importPack(bytes.value, file, packs);
  if (!read.ok) return tellAll(read.problems, file, catalogue, output);
  const { name, texts, notes } = read.value;
  const written = into === undefined ? undefined : await writeFiles(into, texts);
  if (written?.ok === false) return tellAll(written.problems, file, catalogue, output);
  const files = texts.size;
  tellAll(notes, file, catalogue, output);
  if (args.json) output.out(JSON.stringify({ file, pack: name, files, into: into ?? null }));
  else {
    const where = into === undefined ? "nothing written" : `${files} files in ${into}`;
    output.out(`${file}: ${name} is sound, ${where}`);
  }
  return EXIT.agreed;
};
