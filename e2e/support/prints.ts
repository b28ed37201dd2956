import { readPdf } from "../../src/print/testing/pdf-text.ts";
import { words, type Traveller } from "./journey.ts";

/** A print as its recipient gets it. */
export interface Printed {
  /** What is drawn on the pages. */
  readonly text: string;
  /** Everything in the file that can be read: titles, tags, metadata, the text again. */
  readonly strings: string;
  readonly fileName: string;
  readonly pages: number;
}

/** Makes a print on the child's page for somebody (`internal`, or a name) and opens the file. */
export async function makePrint(
  who: Traveller,
  what: "basis" | "decision",
  recipient: string,
): Promise<Printed> {
  const { page, hand } = who;
  const name = words(who, "child", what);
  const row = page.locator("#prints li").filter({ has: page.getByText(name, { exact: true }) });
  const list = row.getByRole("combobox");
  const value =
    recipient === "internal"
      ? recipient
      : await list.locator("option", { hasText: recipient }).getAttribute("value");
  await hand.pick(list, value ?? "");
  await hand.press(row.getByRole("button", { name: words(who, "child", "makePrint") }));
  const link = row.getByRole("status").getByRole("link");
  const refused = row.getByRole("alert");
  await link.or(refused).first().waitFor();
  if ((await refused.count()) > 0) throw new Error(`No print: ${await refused.innerText()}`);
  return readPrint(who, (await link.getAttribute("href")) ?? "");
}

async function readPrint({ page }: Traveller, href: string): Promise<Printed> {
  const file = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return {
      bytes: Array.from(bytes),
      type: answer.headers.get("content-type"),
      disposition: answer.headers.get("content-disposition") ?? "",
    };
  }, href);
  if (file.type !== "application/pdf") throw new Error(`A print is a PDF, not ${file.type}`);
  const bytes = Uint8Array.from(file.bytes);
  const { pages, strings } = readPdf(bytes);
  const raw = Buffer.from(bytes).toString("latin1");
  return {
    text: pages.join("\n"),
    strings: `${strings}\n${raw}`,
    fileName: decodeURIComponent(file.disposition),
    pages: pages.length,
  };
}
