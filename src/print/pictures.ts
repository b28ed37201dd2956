import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../spec/pictures/", import.meta.url);

/** Our own drawings for letters to children, a file each, named by the code of `child-picture`. */
export function readPictures(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".svg"))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
}
