import { goToRoom, words, type Traveller } from "./journey.ts";

/** The table of the follow-up room as it stands on the page. */
export interface ShownTable {
  readonly question: string;
  /** Heads of the columns. */
  readonly heads: readonly string[];
  /** Counts by the words of the row. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** `n = …`, and how many have no answer. */
  readonly counted: string;
  /** What the picture says to those who do not see it. */
  readonly picture: string;
}

export interface Question {
  readonly rows: string;
  readonly columns?: string;
  readonly from?: string;
  readonly to?: string;
}

/** *Uppföljning*, the page where one asks oneself. */
export async function goToQuestion(who: Traveller): Promise<void> {
  const { page, hand } = who;
  await goToRoom(who, "followup");
  const pages = page.getByRole("navigation", { name: words(who, "followup", "pages") });
  await hand.press(pages.getByRole("link", { name: words(who, "followup", "own") }));
  await page.getByRole("heading", { level: 1, name: words(who, "followup", "own") }).waitFor();
}

/** *Uppföljning*: asks a question and reads the answer. */
export async function askQuestion(who: Traveller, question: Question): Promise<ShownTable> {
  const { page, hand } = who;
  // Where the same was asked before, it is answered as soon as the room is there.
  const answered = page.waitForResponse(
    (answer) => isTableOf(answer.request().postData(), question),
    { timeout: 60_000 },
  );
  await goToQuestion(who);
  await page.locator(".cross table").waitFor();
  await hand.pick(
    page.getByLabel(words(who, "followup", "variable"), { exact: true }),
    question.rows,
  );
  if (question.columns !== undefined) {
    const cross = page.getByLabel(words(who, "followup", "cross"), { exact: true });
    await hand.pick(cross, question.columns);
  }
  const { from, to } = question;
  if (from !== undefined)
    await hand.setDate(page.getByLabel(words(who, "followup", "from"), { exact: true }), from);
  if (to !== undefined)
    await hand.setDate(page.getByLabel(words(who, "followup", "to"), { exact: true }), to);
  await answered;
  await page.locator('[aria-busy="false"]').waitFor();
  return readTable(who);
}

function isTableOf(body: string | null, { rows, columns, from, to }: Question): boolean {
  if (body === null || !body.includes('"rows":')) return false;
  const asked = JSON.parse(body) as Question;
  return asked.rows === rows && asked.columns === columns && asked.from === from && asked.to === to;
}

/** Reads the table, its counts and its picture from the page. */
export async function readTable({ page }: Traveller): Promise<ShownTable> {
  const read = await page.locator(".followup").evaluate((room) => {
    const texts = (selector: string, from: Element = room): string[] =>
      [...from.querySelectorAll(selector)].map((cell) => cell.textContent.trim());
    // Beside a count stand its share and that it is few.
    const counts = (row: Element): string[] =>
      [...row.querySelectorAll("td")].map((cell) =>
        (cell.querySelector(".count") ?? cell).textContent.trim(),
      );
    return {
      question: texts("h2.question")[0] ?? "",
      heads: texts(".cross thead th"),
      rows: [...room.querySelectorAll(".cross tbody tr")].map(
        (row) => [texts("th", row)[0] ?? "", counts(row)] as const,
      ),
      counted: texts("p.counted")[0] ?? "",
      picture: room.querySelector("figure svg[role=img]")?.getAttribute("aria-label") ?? "",
    };
  });
  return { ...read, rows: new Map(read.rows) };
}

/**
 * Takes the rows behind the table out for a purpose, which is asked for first where none is said, and downloads them as
 * CSV. Gives the name of the file.
 */
export async function takeOutRows(who: Traveller): Promise<string> {
  const { page, hand } = who;
  const part = page.locator("details", { hasText: words(who, "files", "takeOut") });
  await hand.press(part.locator("summary"));
  const make = part.getByRole("button", { name: words(who, "files", "make") });
  await hand.press(make);
  await part.getByRole("alert").waitFor();
  const purpose = part.getByLabel(words(who, "files", "purpose"), { exact: true });
  await hand.write(purpose, "Uppföljning av beslut i maj");
  await hand.press(make);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    hand.press(part.getByRole("link", { name: words(who, "files", "csv"), exact: true })),
  ]);
  return download.suggestedFilename();
}
