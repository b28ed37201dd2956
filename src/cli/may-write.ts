import { access, constants, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Why no file can be written into a folder, in words; undefined where one can. */
export async function whyNotInto(folder: string): Promise<string | undefined> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return `There is no folder ${folder}.`;
  if (!found.isDirectory()) return `${folder} is no folder.`;
  const may = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return may ? undefined : `Nothing may be written into ${folder}.`;
}

/** Why a file of that name cannot be written, in words; undefined where it can. One that is there is written over. */
export async function whyNotWritten(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() === true ? `${file} is a folder.` : whyNotInto(dirname(file));
}
