/**
 * The process that sets the type. It gets nothing but the model of one document at a time and answers
 * with the file; it has no database, no settings and writes no log. Its parent ends and replaces it.
 */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fileURLToPath } from "node:url";
import { readFonts } from "./fonts.ts";
import { readPictures } from "./pictures.ts";
import type { RenderAnswer, RenderOrder } from "./render-message.ts";

/** Archivable, with the structure that a screen reader needs. */
const pdfStandard = "a-2a";

const workspace = fileURLToPath(new URL("typst/", import.meta.url));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...readFonts()] }] });
for (const { name, bytes } of readPictures()) {
  compiler.mapShadow(`${workspace}pictures/${name}`, bytes);
}

process.on("message", (order: RenderOrder) => {
  process.send?.({ ...render(order), id: order.id, rss: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit(0));
process.send?.({ id: 0, ready: true, rss: process.memoryUsage.rss() } satisfies RenderAnswer);

/**
 * The file, or at which stage it failed. What the typesetter says about a failure quotes the document,
 * so it is not passed on. A warning counts as a failure: an unknown font is one.
 */
function render(order: RenderOrder): Pick<RenderAnswer, "pdf" | "failed"> {
  const given = order.pictures.map(({ name, bytes }) => ({
    path: `${workspace}in/${name}`,
    bytes,
  }));
  try {
    for (const { path, bytes } of given) compiler.mapShadow(path, Buffer.from(bytes));
    const compiled = compiler.compile({
      mainFilePath: `${workspace}${order.template}`,
      inputs: { model: order.model },
    });
    const warned = compiled.takeWarnings() !== null;
    if (compiled.result === null || warned) return { failed: "layout" };
    return { pdf: compiler.pdf(compiled.result, order.archive ? { pdfStandard } : {}) };
  } catch {
    return { failed: "export" };
  } finally {
    for (const { path } of given) compiler.unmapShadow(path);
    compiler.evictCache(0);
  }
}
