import type { Locator, Page } from "playwright-core";

import type { Pack } from "../../src/spec/types.ts";
import type { Family } from "./family.ts";
import { fillDocument, type FormPlace, type GivenAnswers, type Lang } from "./form.ts";
import type { Hand } from "./hand.ts";
import { say, wordings } from "./wordings.ts";

/** One user on the way through the chain. */
export interface Traveller {
  readonly hand: Hand;
  readonly page: Page;
  readonly lang: Lang;
  readonly pack: Pack;
}

/** The words of a table as this user reads them. */
export function words<T extends keyof typeof wordings>(
  { lang }: Pick<Traveller, "lang">,
  table: T,
  key: keyof (typeof wordings)[T] & string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return say(wordings[table], key, lang, values);
}

/** The whole page as a form. */
export function formOf(who: Traveller, scope: Locator = who.page.locator("main")): FormPlace {
  return { hand: who.hand, scope, pack: who.pack, lang: who.lang };
}

/** Goes to a room by its link in the rail; whoever is there already reads it anew. */
export async function goToRoom(
  who: Traveller,
  room: "myDay" | "receive" | "unit" | "followup",
): Promise<void> {
  const rail = who.page.getByRole("navigation", { name: words(who, "shell", "rooms") });
  const link = rail.getByRole("link", { name: words(who, "shell", room) });
  if ((await link.getAttribute("aria-current")) === "page") {
    await who.page.reload();
    return;
  }
  await who.hand.press(link);
  await roomIsThere(who);
}

/** After a change of room its heading has the focus: whoever uses keys or listens is at its beginning. */
export async function roomIsThere({ page }: Pick<Traveller, "page">): Promise<void> {
  await page.locator("main h1:focus").waitFor();
}

/** Finds a child by name or number and opens the file. */
export async function openChild(who: Traveller, text: string, name: string): Promise<void> {
  const { page, hand } = who;
  const box = page.getByRole("searchbox", { name: words(who, "shell", "searchLabel") });
  await hand.write(box, text);
  await page.keyboard.press("Enter");
  const hit = page.locator("li.hit").filter({ hasText: name });
  await hand.press(hit.getByRole("link"));
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await roomIsThere(who);
}

/** Follows a step of the running matter from the child's page. */
export async function takeStep(who: Traveller, command: string): Promise<void> {
  const { page, hand } = who;
  await hand.press(page.locator(`#now a[href*="/act/${command}"]`).first());
  await roomIsThere(who);
  await draftIsRead(who);
}

/** What was written before is on the page: people read before they write. */
export async function draftIsRead(who: Traveller): Promise<void> {
  const { page } = who;
  const state = page.locator(".save-state > span").first();
  await state.getByText(words(who, "form", "untouched")).waitFor();
}

export interface StepMore {
  /** Done after the form is filled in, before it is sent. */
  readonly before?: () => Promise<void>;
  /** Written where good practice asks for a reason to go on. */
  readonly reasons?: string;
}

/** Takes a step from the child's page: fills in its form and carries it out; the child's page follows. */
export async function doStep(
  who: Traveller,
  command: string,
  document: string,
  answers: GivenAnswers,
  more: StepMore = {},
): Promise<void> {
  await takeStep(who, command);
  await fillStep(who, document, answers, more);
  await childPage(who);
}

/** Fills in the form of a step and sends it. */
export async function fillStep(
  who: Traveller,
  document: string,
  answers: GivenAnswers,
  more: StepMore = {},
): Promise<void> {
  const { page, hand } = who;
  await fillDocument(formOf(who), document, answers);
  await more.before?.();
  const submit = page.locator("main form button[type=submit]");
  await hand.press(submit);
  if (more.reasons !== undefined) {
    const asked = page.locator("section.reasons textarea");
    await asked.first().waitFor();
    for (const box of await asked.all()) await hand.write(box, more.reasons);
    await hand.press(submit);
  }
}

/** Waits until the child's page is there, and tells what stopped it when it is not. */
export async function childPage({ page }: Pick<Traveller, "page">): Promise<void> {
  const arrived = page.locator(".child-page");
  const stopped = page.locator(".error-summary");
  await arrived.or(stopped).first().waitFor();
  if ((await stopped.count()) > 0) throw new Error(`Stopped: ${await stopped.innerText()}`);
  await page.locator("main h1:focus").waitFor();
}

export interface Report {
  readonly common: string;
  readonly onlyChild: string;
  readonly answers: GivenAnswers;
  readonly protection?: GivenAnswers;
}

/** *Ta emot*: the text first, the children by search, a sibling registered on the way, the reporter, the protection. */
export async function receiveReport(
  who: Traveller,
  family: Family,
  report: Report,
  withSibling: boolean,
): Promise<void> {
  const { page, hand } = who;
  await goToRoom(who, "receive");
  await hand.write(page.locator("#part-common"), report.common);
  await chooseChild(who, family.child.name);
  if (withSibling) await registerSibling(who, family);
  if (withSibling) {
    const only = page.getByLabel(words(who, "intake", "onlyChild", { name: family.child.name }));
    await hand.write(only, report.onlyChild);
  }
  await fillDocument(formOf(who), "report", report.answers);
  if (report.protection !== undefined) {
    const part = page.getByRole("region", {
      name: words(who, "intake", "protectionOf", { name: family.child.name }),
    });
    await hand.press(part.getByRole("button", { name: words(who, "intake", "makeNow") }));
    await fillDocument(formOf(who, part), "protection-assessment", report.protection);
  }
  await hand.press(page.getByRole("button", { name: words(who, "intake", "save"), exact: true }));
  const done = page.getByRole("heading", { level: 1, name: words(who, "intake", "received") });
  await done.or(page.locator(".error-summary")).first().waitFor();
  if (!(await done.isVisible())) {
    throw new Error(`Not received: ${await page.locator(".error-summary").innerText()}`);
  }
}

async function chooseChild(who: Traveller, name: string): Promise<void> {
  const { page, hand } = who;
  await hand.write(page.getByLabel(words(who, "intake", "search")), name);
  await hand.press(page.getByRole("button", { name: `${words(who, "intake", "choose")} ${name}` }));
}

async function registerSibling(who: Traveller, { sibling }: Family): Promise<void> {
  const { page, hand } = who;
  await hand.write(page.getByLabel(words(who, "intake", "search")), sibling.name);
  await hand.press(page.getByRole("button", { name: words(who, "intake", "newPerson") }));
  const group = page.getByRole("group", { name: words(who, "intake", "newPerson") });
  await hand.write(group.getByLabel(words(who, "intake", "number")), sibling.number);
  await hand.press(group.getByRole("button", { name: words(who, "intake", "register") }));
  await page.locator(".chips").getByText(sibling.name).waitFor();
}

/** The way to a child's page from where its report has been received. */
export function openLink(who: Traveller, { child }: Family): Locator {
  const name = words(who, "intake", "open", { name: child.name });
  return who.page.getByRole("link", { name });
}

/** Takes a step with what has just been received, on the page that received it. */
export async function stepInPlace(
  who: Traveller,
  { child }: Family,
  { command, document }: { readonly command: string; readonly document: string },
  answers: GivenAnswers,
  more: StepMore = {},
): Promise<void> {
  const { page, hand, lang, pack } = who;
  const place = page.getByRole("region", { name: child.name, exact: true });
  const name = pack.process.acts.find((act) => act.id === command)?.verb[lang] ?? command;
  await hand.press(place.getByRole("button", { name, exact: true }));
  await place.locator("h3:focus").waitFor();
  await fillStep(who, document, answers, more);
  await place.getByText(words(who, "intake", "stepDone", { step: name })).waitFor();
}
