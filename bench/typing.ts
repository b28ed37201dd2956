// How soon a key is painted in a large document, on a page whose processor is made four times slower: while it is
// saved, while somebody else writes in the same document, and in a text of 100,000 characters.
import { setInterval as every } from "node:timers/promises";

import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import { openFixture, type Fixture } from "./fixture.ts";
import { type BigDocument, makeBigDocument, save } from "./typing/big-document.ts";
import { openTypist, SLOWED, type Stroke, type Typist } from "./typing/typist.ts";

const LIMIT_MS = 16;
const LONG_TEXT = 100_000;
const OTHER_SAVES_EVERY_MS = 1000;
/** Typed in each turn: a save goes out at least each second and a half. */
const WORDS = "hon berättar att det är lugnt hemma och att skolan går bra nu ";
const STATEMENT = "#area-BU3 li.item textarea";
/** By turns here and on the empty page, so that both meet the same of what else the machine does. */
const TURNS = 3;
const EMPTY = "<!doctype html><title>-</title><textarea rows=8 cols=60></textarea>";
const LONG_FIELD = "#f-matterSummary";

export async function run(): Promise<BenchResult[]> {
  const fixture = await openFixture();
  const document = await makeBigDocument(fixture);
  const onScreen = await atADesk(fixture, document, { screen: true });
  const alone = await atADesk(fixture, document, { screen: false });
  return [...alone, ...onScreen];
}

/** Everything that is measured in one browser; `screen` paints at most sixty times a second. */
async function atADesk(
  fixture: Fixture,
  document: BigDocument,
  how: { readonly screen: boolean },
): Promise<BenchResult[]> {
  const origin = `http://127.0.0.1:${fixture.server.port}`;
  const typist = await openTypist(origin, document.place.member, how);
  try {
    const fields = await openDocument(typist, document);
    const note = `${fields} fields, processor ${SLOWED} times slower`;
    if (how.screen)
      return strokesOf("key to paint at 60 Hz", await typeOften([typist, STATEMENT]), note);
    const saves = countSaves(typist);
    // As an address: what is written into an open page takes the listeners of the probe away.
    const empty = await typist.beside(`data:text/html,${encodeURIComponent(EMPTY)}`);
    const [plain, floor] = await byTurns([typist, STATEMENT], [empty, "textarea"]);
    const saved = `${note}; ${saves()} saves meanwhile`;
    const company = await inCompany(fixture, document, () => typeOften([typist, STATEMENT]));
    await fillLong(typist, LONG_FIELD);
    await fillLong(empty, "textarea");
    const [long, longFloor] = await byTurns([typist, LONG_FIELD], [empty, "textarea"]);
    const nothing = "what the browser takes, by turns with the document";
    return [
      ...strokesOf("key to paint", plain, saved, LIMIT_MS),
      ...strokesOf("key to paint, another editor saving", company, note, LIMIT_MS),
      ...strokesOf(`key to paint in ${LONG_TEXT} characters`, long, note, LIMIT_MS),
      ...strokesOf("key to paint in one text on an empty page", floor, nothing),
      ...strokesOf(`the same in ${LONG_TEXT} characters`, longFloor, nothing),
    ];
  } finally {
    await typist.close();
  }
}

async function openDocument({ page }: Typist, { path }: BigDocument): Promise<number> {
  await page.goto(path);
  await page.locator(STATEMENT).nth(1).waitFor({ state: "attached" });
  const fields = await page.locator(".document-main .field").count();
  return fields;
}

async function typeOften(desk: Desk): Promise<Typed> {
  const rounds: Typed[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) rounds.push(await typeIn(...desk));
  return together(rounds);
}

type Desk = readonly [Typist, where: string];

/** The same keys on two pages by turns: on a page with nothing else on it no page can be quicker just now. */
async function byTurns(one: Desk, other: Desk): Promise<readonly [Typed, Typed]> {
  const rounds: (readonly [Typed, Typed])[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    rounds.push([await typeIn(...one), await typeIn(...other)]);
  }
  return [together(rounds.map(([first]) => first)), together(rounds.map(([, second]) => second))];
}

function together(rounds: readonly Typed[]): Typed {
  const worked = rounds.reduce((sum, round) => sum + round.worked, 0) / rounds.length;
  return { strokes: rounds.flatMap(({ strokes }) => strokes), worked };
}

/** Keys, and what the page's thread worked for each, in milliseconds of processor time. */
interface Typed {
  readonly strokes: readonly Stroke[];
  readonly worked: number;
}

/** The page is slow only while it is typed in: a slow page at rest keeps a processor busy, and would slow the other. */
async function typeIn({ page, slow, type, worked }: Typist, where: string): Promise<Typed> {
  await page.bringToFront();
  await slow(SLOWED);
  const box = page.locator(where).first();
  await box.click();
  await box.press("Control+End");
  // The first keys of a page are compiled while they are typed.
  await type("och så var det ");
  await worked();
  const strokes = await type(WORDS);
  const task = (await worked()).task / strokes.length;
  await slow(1);
  return { strokes, worked: task };
}

function countSaves({ page }: Typist): () => number {
  let saves = 0;
  page.on("response", (response) => {
    if (response.url().endsWith("/save-draft")) saves += 1;
  });
  return () => saves;
}

/** Somebody else saves in another field of the document each second meanwhile. */
async function inCompany<T>(
  fixture: Fixture,
  { draft, place }: BigDocument,
  work: () => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const other = (async () => {
    let base = 1;
    for await (const _ of every(OTHER_SAVES_EVERY_MS, undefined, { signal: done.signal })) {
      const changeId = fixture.world.store.ids.next();
      const change = { path: "conclusions", base, value: `Bedömning ${base}`, changeId };
      await save(fixture, place.member, draft, [change]);
      base += 1;
    }
  })().catch((error: unknown) => {
    if (!done.signal.aborted) throw error;
  });
  try {
    return await work();
  } finally {
    done.abort();
    await other;
  }
}

async function fillLong({ page }: Typist, where: string): Promise<void> {
  const sentence = "Mamma berättar att kvällarna är lugna. ";
  const text = sentence.repeat(LONG_TEXT / sentence.length + 1).slice(0, LONG_TEXT);
  await page.bringToFront();
  await page.locator(where).fill(text);
}

function strokesOf(
  name: string,
  { strokes, worked }: Typed,
  detail: string,
  limit?: number,
): BenchResult[] {
  const painted = strokes.map((stroke) => stroke.painted);
  const shared = {
    unit: "ms" as const,
    detail: `${strokes.length} keys, ${rounded(worked)} ms of the page's thread each; ${detail}`,
  };
  return [
    { name: `${name}, p50`, value: rounded(percentile(painted, 0.5)), unit: "ms" },
    {
      name: `${name}, p95`,
      value: rounded(percentile(painted, 0.95)),
      ...shared,
      ...(limit === undefined ? {} : { limit }),
    },
  ];
}
