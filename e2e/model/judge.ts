import { recovered } from "../../web/local-copy/recovered.ts";
import type { KeptDraft } from "./draft-server.ts";
import type { Tab } from "./editors.ts";
import { disorderIn, piecesIn } from "./traces.ts";
import { LIST, type World } from "./world.ts";

/** What is not as it must be when all messages have arrived; empty when all is well. */
export function judge(world: World): readonly string[] {
  return [...lostIn(world), ...disordersIn(world), ...signedWrong(world), ...apartIn(world)];
}

/** Where a piece may be that nobody put anything in the place of. */
function shownPieces(world: World): ReadonlySet<string> {
  const drafts = [...world.server.drafts.values()].flatMap((draft) =>
    [...draft.fields.values()]
      .filter(({ path }) => !isTakenAway(draft, path))
      .flatMap(({ value, others }) => piecesIn([value, others])),
  );
  const signed = world.server.signed.flatMap(({ answers }) => piecesIn(answers));
  return new Set([...drafts, ...signed, ...toldPieces(world)]);
}

/** What could not be saved because its draft was signed: in the page, in the browser, or told at the next start. */
function toldPieces(world: World): readonly string[] {
  const pages = world.alive().flatMap((tab) => piecesIn(tab.store.unsaved()));
  const copies = world.devices.flatMap(({ box }) =>
    [...box.kept.values()].flatMap(({ bytes }) => piecesIn(new TextDecoder().decode(bytes))),
  );
  return [...pages, ...copies, ...piecesIn(recovered.get().left)];
}

/** Whether a field is of an item that was taken away, and nothing says so. */
function isTakenAway(draft: KeptDraft, path: string): boolean {
  const [list, id] = path.split("/");
  const order = id === undefined ? undefined : draft.fields.get(`${list}/${id}/order`);
  return order?.value === "null" && order.others.length === 0;
}

function lostIn(world: World): readonly string[] {
  const shown = shownPieces(world);
  const history = new Set(
    [...world.server.drafts.values(), ...world.server.signed.map(({ draft }) => draft)].flatMap(
      ({ past, fields }) => [...past, ...fields.values()].flatMap(({ value }) => piecesIn(value)),
    ),
  );
  // The history of a draft goes with it when it is signed.
  const isSigned = world.server.signed.length > 0;
  const stored = new Set([...world.server.stored].flatMap(piecesIn));
  return [...world.typed.values()].flatMap(({ id, letGo, excused }) => {
    if (shown.has(id) || (excused && !stored.has(id))) return [];
    if (!letGo) return [`${id} is gone`];
    if (!stored.has(id) || history.has(id) || isSigned) return [];
    return [`${id} was replaced and is not in the history`];
  });
}

function disordersIn(world: World): readonly string[] {
  const drafts = [...world.server.drafts.values()].flatMap(({ fields }) => [...fields.values()]);
  return drafts.flatMap(({ path, value, others }) =>
    [value, ...others].flatMap((text) => {
      const wrong = disorderIn(text);
      return wrong === undefined ? [] : [`${path} is ${wrong}`];
    }),
  );
}

function signedWrong(world: World): readonly string[] {
  return world.server.signed.flatMap(({ draft }) =>
    [...draft.fields.values()]
      .filter(({ others }) => others.length > 0)
      .map(({ path }) => `${path} was signed with another text beside it`),
  );
}

/**
 * Everybody with the same draft sees what is stored. A page that had asked for a draft without hearing the answer
 * and asks again after it was signed begins a new one under the old id; whoever still has the old one open has been
 * told that it is gone.
 */
function apartIn(world: World): readonly string[] {
  return [...world.server.drafts.values()].flatMap((draft) => {
    const readers = world
      .alive()
      .filter(({ store }) => store.draftId() === draft.id && !isTold(store.snapshot().saveState));
    const last = readers.at(-1);
    if (last === undefined) return [];
    const seen = viewOf(last);
    return readers.flatMap((tab) => {
      const unsaved = tab.store.unsaved() === undefined ? [] : ["something is never saved"];
      return viewOf(tab) === seen ? unsaved : [...unsaved, `${viewOf(tab)} and not ${seen}`];
    });
  });
}

function isTold({ kind }: { readonly kind: string }): boolean {
  return kind === "gone";
}

function viewOf({ store }: Tab): string {
  const { answers, conflicts } = store.snapshot();
  const list = JSON.stringify(answers[LIST] ?? []);
  const texts = Object.entries(answers).filter(([name]) => name !== LIST);
  const view = [texts.toSorted(byName), [...conflicts].toSorted(byName), list];
  return JSON.stringify(view).replaceAll(/«(\w+) [^»]*»/gu, "$1 ");
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
