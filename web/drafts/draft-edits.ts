import { EditHistory, type Grouping, type Place } from "./edit-history.ts";

/** What was changed on this page, in all drafts that stand on it. */
export const pageEdits = new EditHistory();

/** Fields that a draft keeps, known by what was written in them. */
const kept = new WeakSet<Element>();

/** How and where a change is being made just now: told by the control that has the focus. */
export function editedNow(): {
  readonly now: number;
  readonly grouping: Grouping;
  readonly place: Place | undefined;
} {
  const now = performance.now();
  // Without a page there is nobody to go back for.
  const control = typeof document === "undefined" ? null : document.activeElement;
  if (control === null) return { now, grouping: "each", place: undefined };
  kept.add(control);
  return { now, grouping: groupingOf(control), place: placeOf(control) };
}

/** Whether a draft keeps what is written in a text: its steps are the draft's, not the browser's. */
export function isKept(control: Element): boolean {
  return kept.has(control);
}

const eachByItself = new Set(["radio", "checkbox", "button", "submit", "file"]);

function groupingOf(control: Element): Grouping {
  if (control instanceof HTMLTextAreaElement) return "words";
  if (!(control instanceof HTMLInputElement) || eachByItself.has(control.type)) return "each";
  return control.type === "text" && control.inputMode !== "numeric" ? "words" : "pause";
}

/** What within a field can be changed. */
const controls = "input, select, textarea";

function placeOf(control: Element): Place | undefined {
  const around = control.closest("[id]");
  if (around === null) return undefined;
  const nth = [...around.querySelectorAll(controls)].indexOf(control);
  return { id: around.id, nth: nth === -1 ? undefined : nth };
}

/** The control of a field that was changed, as it stands on the page now. */
export function findPlace(path: string, place: Place | undefined): HTMLElement | undefined {
  const name = path.replaceAll("/", "-");
  const [, item] = path.split("/");
  const byId = (id: string) => document.getElementById(id);
  const field =
    (place?.id.endsWith(name) === true ? byId(place.id) : null) ??
    byId(`f-${name}`) ??
    (place === undefined ? null : byId(place.id)) ??
    document.querySelector<HTMLElement>(`[id$="-${CSS.escape(item ?? name)}"]`);
  return field ?? undefined;
}

/** Moves the focus into a field: to the control that was changed, else to the field itself. */
export function focusPlace(field: HTMLElement, place: Place | undefined): void {
  for (let at = field.closest("details"); at !== null;) {
    at.open = true;
    at = at.parentElement?.closest("details") ?? null;
  }
  const within = [...field.querySelectorAll<HTMLElement>(controls)];
  const chosen = field.querySelector<HTMLElement>("input[type=radio]:checked");
  const nth = place?.nth === undefined ? undefined : within[place.nth];
  const inside = field.tabIndex === -1 && field.tagName === "FIELDSET" ? undefined : within[0];
  const goal = field.matches(controls) ? field : (chosen ?? nth ?? inside ?? field);
  goal.focus();
  goal.scrollIntoView({ block: "nearest" });
}

/** What a field is called on the page; empty where it is called nothing. */
export function nameOfPlace(field: HTMLElement): string {
  const label =
    (isLabelled(field) ? field.labels?.[0] : undefined) ??
    field.closest("fieldset")?.querySelector("legend") ??
    undefined;
  return (label?.firstChild?.textContent ?? "").trim();
}

function isLabelled(
  field: HTMLElement,
): field is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return field.matches(controls);
}
