import { getDocument } from "../../src/spec/lookup.ts";
import type { Fixture } from "../fixture.ts";
import { investigations } from "../world/akter-to-sign.ts";
import type { Member } from "../world/bench-world.ts";
import type { Place } from "../world/families.ts";
import { narrative } from "../world/words.ts";

/** A decision basis that is being written, as its address and its draft. */
export interface BigDocument {
  readonly place: Place;
  readonly path: string;
  readonly draft: string;
}

interface Change {
  readonly path: string;
  readonly base: number;
  readonly value: unknown;
  readonly changeId: string;
}

const DOCUMENT = "decision-basis";
const STATEMENTS_AN_AREA = 3;
const FACTORS_AN_AREA = 2;
const WORDS_A_TEXT = 45;
/** The most changes one save takes. */
const AT_ONCE = 500;

/**
 * A decision basis with statements and factors in each of the twelve areas, about five times what a thorough one
 * has: its page shows more than 400 fields. Written and saved over HTTP, as a browser does.
 */
export async function makeBigDocument(fixture: Fixture): Promise<BigDocument> {
  const { world } = fixture;
  const [place] = await investigations(world, 1);
  if (place === undefined) throw new Error("No akt was made");
  const { akt, matter, member } = place;
  const opened = await post(fixture, member, "open-draft", {
    draft: world.store.ids.next(),
    document: DOCUMENT,
    akt,
    matter,
  });
  const draft = parseDraft(opened);
  const changes = contentOf(fixture);
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    await save(fixture, member, draft, changes.slice(at, at + AT_ONCE));
  }
  return { place, draft, path: `/child/${akt}/${matter}/document/${DOCUMENT}` };
}

/** Saves changed fields of a draft, as somebody's browser would. */
export async function save(
  fixture: Fixture,
  member: Member,
  draft: string,
  changes: readonly Change[],
): Promise<void> {
  await post(fixture, member, "save-draft", { draft, changes });
}

function contentOf({ world }: Fixture): readonly Change[] {
  const { store, tenant, random } = world;
  const { pack } = store.packs.current(tenant);
  const text = () => narrative(random, WORDS_A_TEXT);
  const fields = getDocument(pack, DOCUMENT).sections.flatMap((section) => section.fields);
  const own = fields
    .filter(({ type }) => type === "longtext")
    .map(({ id }): readonly [string, unknown] => [id, text()]);
  const listed = pack.areas.flatMap(({ id: area }) => [
    ...items("statements", STATEMENTS_AN_AREA, () => ({
      area,
      kind: "other-informant",
      text: text(),
      sourceText: narrative(random, 4),
      sourceKind: "school",
      sourceOn: "2026-03-02",
    })),
    ...items("factors", FACTORS_AN_AREA, () => ({
      area,
      kind: "protective",
      evidence: narrative(random, 8),
      childsWords: text(),
    })),
  ]);
  return [...own, ["exposure", "yes"] as const, ...listed].map(([path, value]) => ({
    path,
    base: 0,
    value,
    changeId: store.ids.next(),
  }));

  function items(
    list: string,
    count: number,
    make: () => Readonly<Record<string, unknown>>,
  ): (readonly [string, unknown])[] {
    return Array.from({ length: count }, (_, at) => {
      const id = store.ids.next();
      const values = { order: `a${at}`, ...make() };
      return Object.entries(values).map(([name, value]): readonly [string, unknown] => [
        `${list}/${id}/${name}`,
        value,
      ]);
    }).flat();
  }
}

async function post(
  { server }: Fixture,
  { cookies }: Member,
  route: string,
  body: unknown,
): Promise<unknown> {
  const origin = `http://127.0.0.1:${server.port}`;
  const answer = await fetch(`${origin}/api/v1/drafts/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie: cookies[1] ?? "" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

function parseDraft(answer: unknown): string {
  const { draft } = answer as { readonly draft?: unknown };
  if (typeof draft !== "string") throw new Error(`No draft: ${JSON.stringify(answer)}`);
  return draft;
}
