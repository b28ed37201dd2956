import type { Block, BlockLabel, PrintModel } from "./model.ts";

/** One text of a model, with the answer it comes from where the model knows it. */
export interface ModelText {
  readonly text: string;
  readonly pointer?: string;
}

/**
 * Every text a reader could meet in a print: on the page, in the foot, in the metadata. Found by walking
 * the whole object, so that a text added to the model later cannot be forgotten.
 */
export function textsOf(model: PrintModel): readonly ModelText[] {
  const texts: ModelText[] = [];
  collect(model, undefined, texts);
  return texts;
}

const notPrinted = new Set(["pointer", "type", "voice", "kind", "look", "space", "name", "file"]);

function collect(value: unknown, pointer: string | undefined, texts: ModelText[]): void {
  if (typeof value === "string") {
    texts.push(pointer === undefined ? { text: value } : { text: value, pointer });
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) collect(one, pointer, texts);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const own = "pointer" in value && typeof value.pointer === "string" ? value.pointer : pointer;
  for (const [key, one] of Object.entries(value)) {
    if (!notPrinted.has(key)) collect(one, own, texts);
  }
}

/** The model with every printed text replaced by what `change` makes of it. */
export function mapTexts(model: PrintModel, change: (text: string) => string): PrintModel {
  const all = (texts: readonly string[]) => texts.map(change);
  return {
    ...model,
    title: change(model.title),
    subtitle: change(model.subtitle),
    documentTitle: change(model.documentTitle),
    marks: all(model.marks),
    sender: { board: change(model.sender.board) },
    masthead: model.masthead.map((cell) => ({ label: change(cell.label), lines: all(cell.lines) })),
    front: model.front.map((part) => ({
      ...part,
      heading: change(part.heading),
      paragraphs: all(part.paragraphs),
      ...(part.pictures === undefined
        ? {}
        : { pictures: part.pictures.map((one) => one && { ...one, alt: change(one.alt) }) }),
      ...(part.image === undefined
        ? {}
        : { image: { ...part.image, alt: change(part.image.alt) } }),
    })),
    body: model.body.map((block) => mapBlock(block, change)),
    footer: {
      running: change(model.footer.running),
      left: all(model.footer.left),
      pageWord: change(model.footer.pageWord),
      ofWord: change(model.footer.ofWord),
    },
  };
}

function mapBlock(block: Block, change: (text: string) => string): Block {
  const beside = (one: BlockLabel): BlockLabel => ({
    strong: change(one.strong),
    lines: one.lines.map(change),
  });
  switch (block.type) {
    case "heading":
      return { ...block, text: change(block.text) };
    case "text":
      return { ...block, label: beside(block.label), paragraphs: block.paragraphs.map(change) };
    case "list":
      return {
        ...block,
        label: beside(block.label),
        items: block.items.map((item) => ({
          ...item,
          text: change(item.text),
          details: item.details.map(change),
        })),
      };
    case "pages":
      return { ...block, pages: block.pages.map((one) => ({ ...one, alt: change(one.alt) })) };
    case "table":
      return {
        ...block,
        label: beside(block.label),
        paragraphs: block.paragraphs.map(change),
        head: [change(block.head[0]), change(block.head[1]), change(block.head[2])],
        rows: block.rows.map((row) => ({
          ...row,
          text: change(row.text),
          count: change(row.count),
          share: change(row.share),
        })),
        notes: block.notes.map(change),
      };
    case "facts":
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          label: beside(row.label),
          paragraphs: row.paragraphs.map(change),
        })),
      };
  }
}
