import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Answers } from "../domain/event.ts";
import {
  basisContent,
  Chain,
  child,
  father,
  manager,
  mother,
  worker,
} from "../domain/testing/chain.ts";
import { aboutAnEntry, type Move, moves, reasons } from "../domain/testing/moves.ts";
import { idsOf, playMoves } from "../domain/testing/play-moves.ts";
import { followupProjector } from "../followup/writer/projector.ts";
import { shippedSettings } from "../followup/testing/read-settings.ts";
import { seededRandom, type Uuid } from "../kernel/ids.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { openDraft } from "../store/drafts/open-draft.ts";
import { saveDraft } from "../store/drafts/save-draft.ts";
import { rebuildBoard } from "../store/rebuild-apply.ts";
import { rebuildCheck } from "../store/rebuild.ts";
import { valueOf } from "../store/testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../store/testing/test-store.ts";
import { verifyLog } from "../store/verify.ts";
import { followupCheck } from "./rebuild.ts";

const settings = shippedSettings();
const random = seededRandom("keys");
const write = followupProjector({ randomBytes: (length) => random.bytes(length), settings });
const children = 8;

/** Refusals alone prove nothing: these must have been carried out somewhere. */
const carriedOut = [
  ["investigation.open", "plan.make", "consent.give", "instrument.score", "letter.send"],
  ["document.receive", "objection.note", "record.correct", "record.undo", "record.move"],
  [
    "decision.make",
    "measure.start",
    "implementation-plan.make",
    "measure.follow-up",
    "measure.end",
  ],
].flat();

let board: TestStore;

beforeAll(async () => {
  board = await openTestStore({ projectors: [write] });
});

afterAll(() => board.close());

/** The ids of a story in memory as ids of the board: each story has its own persons and things. */
class Ids {
  readonly #known: Map<string, Uuid>;

  constructor(known: Readonly<Record<string, Uuid>>) {
    this.#known = new Map(Object.entries(known));
  }

  of(name: string): Uuid {
    const id = this.#known.get(name) ?? board.id();
    this.#known.set(name, id);
    return id;
  }

  in<T>(value: T): T {
    const text = JSON.stringify(value).replaceAll(
      /"(01900000-0000-7000-8000-\d{12})"/gu,
      (_all, name: string) => `"${this.of(name)}"`,
    );
    return JSON.parse(text) as T;
  }
}

const RARE: readonly string[] = ["plan.", "record.correct", "record.move"];

/** Of many random stories those that come furthest: most orders end in refusals soon. */
function longStories(): readonly (readonly Move[])[] {
  const drawn = fc.sample(moves, { numRuns: 100, seed: 20261123 });
  const counted = drawn.map((story) => {
    const chain = new Chain("2014-02-17");
    chain.must("akt.create", "2026-03-02T08:00", { ids: { person: child } });
    let done = 0;
    playMoves(chain, story, ({ type, outcome }) => {
      // Plans of measures stand last in the chain, and few tries correct or move the right line.
      if (outcome.ok) done += RARE.some((rare) => type.includes(rare)) ? 10 : 1;
    });
    return { story, done };
  });
  const furthest = counted.toSorted((a, b) => b.done - a.done);
  return furthest.slice(0, children).map(({ story }) => story);
}

interface Story {
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly ids: Ids;
}

/** A child with two guardians, about whom a report has come in. */
async function family(nth: number): Promise<Story> {
  board.setTime("2026-03-01T09:00");
  const own = await registerPerson(board, { givenName: `Barn ${nth}`, birthDate: "2014-02-17" });
  const guardian = () => [{ relation: board.id(), kind: "guardian", to: own }];
  const first = await registerPerson(board, { givenName: "Petra" }, guardian());
  const second = await registerPerson(board, { givenName: "Jonas" }, guardian());
  const data = { kind: "report", arrivedAt: "2026-03-01T08:00", reporterClass: "duty-general" };
  const parts = [{ id: board.id(), audience: "common", text: "Hög frånvaro." }];
  const begun = await receiveReport(board, own, { ...data, parts, violence: ["none"] });
  const { report } = idsOf({ n: 0, type: "report.receive", by: worker });
  const known = {
    [child]: own,
    [mother]: first,
    [father]: second,
    [worker.staff]: board.worker,
    [manager.staff]: board.manager,
    ...(report === undefined ? {} : { [report]: begun.report }),
  };
  return { akt: begun.akt, matter: begun.matter, ids: new Ids(known) };
}

async function draftOf({ akt, matter }: Story, answers: Answers): Promise<Uuid> {
  const draft = board.id();
  const specDigest = board.store.packs.current(board.tenant).digest;
  const change = (path: string, value: unknown) => ({ path, base: 0, value, changeId: board.id() });
  const changes = Object.entries(answers).flatMap(([field, value]) => {
    if (!Array.isArray(value)) return [change(field, value)];
    return value.flatMap((item: Record<string, unknown>, index) => [
      change(`${field}/${String(item["id"])}/order`, `a${index}`),
      ...Object.entries(item)
        .filter(([name]) => name !== "id")
        .map(([name, saved]) => change(`${field}/${String(item["id"])}/${name}`, saved)),
    ]);
  });
  const by = { by: board.worker, at: board.store.clock.now() };
  return board.inBoard(async (tx) => {
    const head = { draft, document: "decision-basis", akt, matter, specDigest };
    const opened = valueOf(await openDraft(tx, { ...head, ...by }));
    // A basis that was fixed has kept its draft, with the same content.
    if (opened.draft !== draft) return opened.draft;
    valueOf(await saveDraft(tx, board.store.packs, { draft, changes, ...by }));
    return draft;
  });
}

/** Tries the moves in their order; gives the types of those that were carried out. */
async function tryMoves(story: Story, tried: readonly Move[]): Promise<readonly string[]> {
  const done: string[] = [];
  let day = plainDate("2026-03-02");
  let seq = 1;
  for (const move of tried) {
    const { type, data, by, days, back } = move;
    day = addDays(day, days);
    board.setTime(`${day}T12:00`);
    const content = type === "basis.fix" || type === "basis.sign";
    const draft = content ? { draft: await draftOf(story, story.ids.in(basisContent)) } : {};
    const entry = aboutAnEntry.includes(type) ? { entry: seq - back } : {};
    const result = await giveAkt(board, {
      akt: story.akt,
      matter: story.matter,
      type,
      actor: by === manager ? board.manager : board.worker,
      ids: story.ids.in(idsOf(move)),
      data: { ...story.ids.in(data), ...entry },
      reasons,
      ...draft,
    });
    if (!result.ok) continue;
    done.push(type);
    seq = result.value.seq;
  }
  return done;
}

test("after any order of commands the log makes every row again, rows of follow-up too", async () => {
  const done = new Set<string>();
  for (const [nth, story] of longStories().entries()) {
    for (const type of await tryMoves(await family(nth), story)) done.add(type);
  }
  for (const type of carriedOut) expect([...done], type).toContain(type);
  const { store, tenant, database } = board;
  const check = () =>
    rebuildCheck(store, database.connections.app, tenant, [followupCheck(settings)]);
  expect((await board.inBoard(verifyLog)).broken).toEqual([]);
  expect((await check()).differences).toEqual([]);
  await rebuildBoard(store, tenant);
  expect((await check()).differences).toEqual([]);
}, 120_000);
