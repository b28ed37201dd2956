import documents from "../../spec/print/documents.json" with { type: "json" };

/** How a document of a measure is printed: which events carry it, and the words of its first page, in Swedish. */
export interface PrintDocument {
  readonly events: readonly string[];
  /** Begins the name of the file. */
  readonly file: string;
  /** Whoever carries out the measure gets a copy too. */
  readonly toProvider: boolean;
  readonly what: string;
  readonly whatToChild: string;
  /** Lists whose goals stand on the first page. */
  readonly goals: readonly string[];
  /** The field that says how it goes. */
  readonly main?: string;
  /** What happens next, on the day of a field. */
  readonly next: { readonly field: string; readonly text: string };
}

const all: Readonly<Record<string, PrintDocument>> = documents;

/** How a document is printed; undefined for one that is no print of its own. */
export function printDocument(id: string): PrintDocument | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

/** The document that an event of a type carries, where it is printed. */
export function documentOfEvent(type: string): string | undefined {
  return Object.entries(all).find(([, { events }]) => events.includes(type))?.[0];
}
