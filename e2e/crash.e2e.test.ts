import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { openDraft } from "../src/contract/drafts/open-draft.ts";
import { saveDraft } from "../src/contract/drafts/save-draft.ts";
import { signNote } from "../src/contract/notes/sign-note.ts";
import { readMe } from "../src/contract/session/read-me.ts";
import type { Api } from "./support/api.ts";
import { runCli } from "./support/cli.ts";
import { person } from "./support/family.ts";
import { allocated, investigated, reported, type MatterPlace } from "./support/matters.ts";
import { worldOfFile } from "./support/world.ts";

const world = worldOfFile();

const writers = 6;
const kills = 5;
/** So many signings are acknowledged before each kill; others are then under way. */
const before = 25;

/** One signing that was tried: what was sent, and whether the program said it was done. */
interface Try {
  readonly commandId: string;
  readonly draft: string;
  readonly text: string;
  acknowledged: boolean;
}

test("five kills in the middle of signing: nothing acknowledged is lost, nothing is half done", async () => {
  const places = await matters();
  const jonatan = await world().apiOf("jonatan");
  const tries: Try[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await signUntilKilled(jonatan, places, tries);
    await world().restart();
    await expectWholeOrNothing(tries);
  }
  const open = tries.filter((each) => !each.acknowledged);
  expect(open.length).toBeGreaterThan(0);
  for (const each of open) await signAgain(jonatan, places, each);
  await expectWholeOrNothing(tries);
  expect(tries.every((each) => each.acknowledged)).toBe(true);
  const verified = await runCli(world().database, ["verify", "--json"]);
  expect(verified, verified.err).toMatchObject({ code: 0 });
  const rebuilt = await runCli(world().database, ["rebuild", "--check", "--json"]);
  expect(rebuilt, rebuilt.out).toMatchObject({ code: 0 });
});

/** Matters with an open investigation, one for each writer. */
async function matters(): Promise<readonly MatterPlace[]> {
  const jonatan = await world().apiOf("jonatan");
  const carina = await world().apiOf("carina");
  const me = await jonatan.call(readMe);
  const places: MatterPlace[] = [];
  for (let nth = 0; nth < writers; nth += 1) {
    const { given, family, number, born } = person("Barn", `Krasch${nth}`, "2015-01-10", 980 + nth);
    const child = await jonatan.person({
      givenName: given,
      familyName: family,
      identityNumber: number,
      birthDate: born,
    });
    const place = await reported(jonatan, child);
    await allocated(carina, place, me.staff, me.unit?.id ?? "");
    await investigated(carina, place, me.staff);
    places.push(place);
  }
  return places;
}

/** Everybody signs one note after another; the program is killed when enough of them are signed. */
async function signUntilKilled(
  api: Api,
  places: readonly MatterPlace[],
  tries: Try[],
): Promise<void> {
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const write = async (place: MatterPlace): Promise<void> => {
    while (killed === undefined) {
      const made = await draftNote(api, place);
      const one: Try = { ...made, commandId: randomUUID(), acknowledged: false };
      tries.push(one);
      one.acknowledged = await sign(api, place, one);
      acknowledged += 1;
      if (acknowledged >= before) killed ??= world().server().kill();
    }
  };
  await Promise.allSettled(places.map(write));
  await killed;
}

async function draftNote(api: Api, { akt, matter }: MatterPlace) {
  const draft = randomUUID();
  const text = `Anteckning ${draft}`;
  const item = randomUUID();
  await api.call(openDraft, { body: { draft, document: "note", akt, matter, item } });
  const changes = [{ path: "text", base: 0, value: text, changeId: randomUUID() }];
  await api.call(saveDraft, { body: { draft, changes } });
  return { draft, text };
}

async function sign(api: Api, { akt, matter }: MatterPlace, one: Try): Promise<boolean> {
  const { commandId, draft } = one;
  await api.call(signNote, { body: { commandId, akt, matter, draft } });
  return true;
}

/** The page repeats what was not answered with the same id: it happens once, whether or not it had happened. */
async function signAgain(api: Api, places: readonly MatterPlace[], one: Try): Promise<void> {
  const [row] = await world().rows<MatterPlace>(
    `select akt, matter from draft where draft = $1
     union select stream, matter from event where command_id = $2`,
    [one.draft, one.commandId],
  );
  const place = places.find((each) => each.matter === row?.matter);
  if (place === undefined) throw new Error("A draft that was saved is gone");
  one.acknowledged = await sign(api, place, one);
}

/** Every signing either has its event, its answer and no draft, or none of them and its draft word for word. */
async function expectWholeOrNothing(tries: readonly Try[]): Promise<void> {
  const rows = await world().rows<{
    id: string;
    events: number;
    answers: number;
    text: string | null;
  }>(
    `select t.command_id as id,
            (select count(*)::int from event e where e.command_id = t.command_id) as events,
            (select count(*)::int from command c where c.command_id = t.command_id) as answers,
            (select f.value from draft_field f where f.draft = t.draft and f.path = 'text') as text
     from unnest($1::uuid[], $2::uuid[]) as t(command_id, draft)`,
    [tries.map((each) => each.commandId), tries.map((each) => each.draft)],
  );
  const states = new Map(rows.map((row) => [row.id, row]));
  for (const each of tries) {
    const { events, answers, text } = states.get(each.commandId) ?? {};
    const done = { events: 1, answers: 1, text: null };
    const untouched = { events: 0, answers: 0, text: JSON.stringify(each.text) };
    const found = { events, answers, text };
    if (each.acknowledged) expect(found).toEqual(done);
    else expect([done, untouched]).toContainEqual(found);
  }
}
