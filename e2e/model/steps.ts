import fc from "fast-check";

import type { Tab } from "./editors.ts";
import { LIST, type World } from "./world.ts";

/** What somebody or something does next; numbers choose among what there is. */
export type Step =
  | { readonly kind: "write" | "rewrite"; readonly who: number; readonly where: number }
  | { readonly kind: "codes"; readonly who: number; readonly codes: readonly string[] }
  | { readonly kind: "choose"; readonly who: number; readonly other: boolean }
  | { readonly kind: "move" | "remove" | "take-back"; readonly who: number; readonly which: number }
  | { readonly kind: "add" | "sign" | "crash" | "open" | "sign-out" | "hide"; readonly who: number }
  | { readonly kind: "contact" | "disk"; readonly who: number; readonly ok: boolean }
  | { readonly kind: "clock"; readonly minutes: number }
  | { readonly kind: "wait"; readonly ms: number };

const TEXTS = ["text", "summary"];
const any = fc.nat(1000);
const one = <K extends Step["kind"]>(...kinds: K[]) => fc.constantFrom(...kinds);

/** Mostly writing and waiting, as in life; everything else now and then. */
export const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: one("write"), who: any, where: any }) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: one("wait"), ms: fc.integer({ min: 0, max: 3000 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: one("wait"), ms: fc.integer({ min: 0, max: 40_000 }) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: one("rewrite"), who: any, where: any }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: one("codes"),
        who: any,
        codes: fc.subarray(["home", "school", "health"]),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: one("choose"), who: any, other: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: one("move", "remove", "take-back"), who: any, which: any }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: one("add", "sign", "crash", "open", "sign-out", "hide"),
        who: any,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: one("contact", "disk"), who: any, ok: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: one("clock"), minutes: fc.integer({ min: -120, max: 120 }) }),
    },
  ),
  { minLength: 1, maxLength: 60, size: "max" },
);

/** Does one step; one that nobody can do now is nothing. */
export async function take(world: World, step: Step): Promise<void> {
  if (step.kind === "wait") return world.time.advance(step.ms);
  if (step.kind === "clock") {
    world.server.clockOff += step.minutes * 60_000;
    return;
  }
  const tabs = world.alive();
  const device = world.devices[step.who % world.devices.length];
  if (step.kind === "open" && device !== undefined) return void world.open(device);
  if (step.kind === "contact" && device !== undefined) return void (device.offline = !step.ok);
  if (step.kind === "disk" && device !== undefined) return void (device.box.full = !step.ok);
  const tab = tabs[step.who % Math.max(1, tabs.length)];
  // The form shows nothing to write in before the draft has been read, or said to be out of reach.
  if (tab === undefined || tab.store.snapshot().saveState.kind === "opening") return;
  await tab.run(() => inTab(world, tab, step));
}

async function inTab(world: World, tab: Tab, step: Step): Promise<void> {
  switch (step.kind) {
    case "write":
    case "rewrite":
      return write(world, tab, step.where, step.kind === "rewrite");
    case "codes":
      return tab.store.set("codes", step.codes);
    case "choose":
      return choose(world, tab, step.other);
    case "add":
      return void tab.store.addItem(LIST, { text: world.piece(tab) });
    case "move":
    case "remove":
      return changeItem(world, tab, step);
    case "take-back":
      return takeBack(world, tab, step.which);
    case "hide":
      return tab.store.leave();
    case "crash":
      return world.crash(tab);
    case "sign":
      return void sign(world, tab);
    case "sign-out":
      return void signOut(world, tab);
    default:
      return undefined;
  }
}

interface Item {
  readonly id: string;
  readonly text?: string;
}

/** The items of the list as a tab shows them. */
export function itemsOf(tab: Tab): readonly Item[] {
  return (tab.store.snapshot().answers[LIST] ?? []) as unknown as readonly Item[];
}

function write(world: World, tab: Tab, where: number, anew: boolean): void {
  const paths = [...TEXTS, ...itemsOf(tab).map(({ id }) => `${LIST}/${id}/text`)];
  const path = paths[where % paths.length] ?? "text";
  const shown = shownAt(tab, path);
  const next = (anew ? "" : shown) + world.piece(tab);
  world.replaced(shown, next);
  tab.store.set(path, next);
}

function shownAt(tab: Tab, path: string): string {
  const [field = "", id] = path.split("/");
  const value =
    id === undefined
      ? tab.store.snapshot().answers[field]
      : itemsOf(tab).find((item) => item.id === id)?.text;
  return typeof value === "string" ? value : "";
}

function choose(world: World, tab: Tab, other: boolean): void {
  const [conflict] = tab.store.snapshot().conflicts;
  if (conflict === undefined) return;
  const [path, theirs] = conflict;
  const [list, id, name] = path.split("/");
  const mine =
    name === "order"
      ? null
      : id === undefined
        ? tab.store.snapshot().answers[list ?? ""]
        : shownAt(tab, path);
  const chosen = other ? theirs : (mine ?? null);
  world.replaced([mine, theirs], chosen);
  tab.store.choose(path, chosen);
}

function changeItem(world: World, tab: Tab, step: { kind: string; which: number }): void {
  const items = itemsOf(tab);
  const item = items[step.which % Math.max(1, items.length)];
  if (item === undefined) return;
  if (step.kind === "remove") {
    const beside = [...tab.store.snapshot().conflicts].filter(([path]) => path.includes(item.id));
    world.replaced([item, beside], null);
    tab.store.removeItem(LIST, item.id);
  } else {
    const place = `${step.which.toString(36)}i`;
    tab.store.set(`${LIST}/${item.id}/order`, place);
  }
}

/** An older text put in the place of the one that is shown, as the history of the draft offers it. */
function takeBack(world: World, tab: Tab, which: number): void {
  const draft = world.server.drafts.get(tab.store.draftId());
  const past = draft?.past.filter(({ path }) => TEXTS.includes(path)) ?? [];
  const older = past[which % Math.max(1, past.length)];
  if (older === undefined) return;
  const value: unknown = JSON.parse(older.value);
  world.replaced(shownAt(tab, older.path), value);
  tab.store.set(older.path, value);
}

async function sign(world: World, tab: Tab): Promise<void> {
  if (!(await tab.store.flush())) return;
  const body = JSON.stringify({ draft: tab.store.draftId() });
  const answer = await fetch("/sign", { method: "POST", body }).catch(() => undefined);
  if (answer?.ok !== true) return;
  // The form is left for another page; what was typed in it meanwhile goes its usual way.
  tab.store.leave();
  setTimeout(() => world.crash(tab), 1000);
}

async function signOut(world: World, tab: Tab): Promise<void> {
  if (!(await tab.store.flush()) || tab.device.offline) return;
  tab.device.signedIn = false;
  tab.device.clearedAt = world.time.now();
  await tab.copies.end();
  world.erased(tab.device);
  world.crash(tab);
}
