import { bare, readPdf } from "../../print/testing/pdf-text.ts";
import { findFile, readFileBytes } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { uuidOf } from "../http/ids.ts";
import type { ReceivedWorld } from "./received-world.ts";

/** What a stored print says: its pages without blanks, every readable string in it, and its name. */
export async function textOfFile(
  { app, demo }: Pick<ReceivedWorld, "app" | "demo">,
  file: string,
): Promise<{ readonly text: string; readonly strings: string; readonly name: string }> {
  return inTenant(app.pools.app, demo.tenant, async (tx) => {
    const stored = await findFile(tx, uuidOf(file));
    if (stored === undefined) throw new Error("no file");
    const { pages, strings } = readPdf(await readFileBytes(tx, stored));
    return { text: bare(pages.join("\n")), strings, name: stored.name };
  });
}
