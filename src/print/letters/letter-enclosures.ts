import type { EnclosureKind } from "../../domain/letters/enclosures.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../store/tenant.ts";
import { heading, label } from "../blocks.ts";
import { makePrint, type PrintRequest, readCopy } from "../make-print.ts";
import type { Block, PrintModel } from "../model.ts";
import { say } from "../print-texts.ts";
import { storedPrintSource } from "../print-source.ts";
import { makeReceivedCopy, readReceivedCopy } from "../received/make-received-copy.ts";
import type { ReceivedRequest } from "../received/read-received.ts";
import type { LetterPrintFacts } from "./letter-record.ts";
import type { LetterRequest } from "./letter-source.ts";
import type { LetterDeps } from "./make-letter.ts";

/** Something that goes with a letter, made for its recipient. */
export interface EnclosedCopy {
  readonly kind: EnclosureKind;
  readonly item: Uuid;
  readonly label: string;
  /** How many things of it the recipient does not get. */
  readonly omitted: number;
  /** As what it is kept, so that the same letter with the same enclosures is one file. */
  readonly subject: string;
  readonly model: PrintModel;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Whether it can stand in the file of the letter: pages of a PDF of others cannot, in a file for the archive. */
  readonly within: boolean;
}

/** An enclosure with a file of its own. */
export interface EnclosedFile {
  readonly label: string;
  readonly file: Uuid;
  readonly name: string;
}

/**
 * Everything that goes with a letter, each copy made and masked for its recipient. Refuses with what refuses any
 * of them: a letter never goes with less than it says.
 */
export async function readEnclosures(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  facts: LetterPrintFacts,
): Promise<Result<readonly EnclosedCopy[]>> {
  const copies: EnclosedCopy[] = [];
  for (const { kind, item, label: what } of facts.enclosures) {
    const read = await readOne(deps, tenant, request, facts, kind, item);
    if (!read.ok) return read;
    copies.push({ ...read.value, kind, item, label: what });
  }
  return ok(copies);
}

async function readOne(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  facts: LetterPrintFacts,
  kind: EnclosureKind,
  item: Uuid,
): Promise<Result<Omit<EnclosedCopy, "kind" | "item" | "label">>> {
  if (kind === "received") {
    const read = await readReceivedCopy(deps.store, tenant, receivedOf(request, facts, item));
    if (!read.ok) return read;
    const { model, pictures, subject, archive } = read.value;
    return ok({ model, pictures, subject, within: archive, omitted: 0 });
  }
  const source = storedPrintSource(deps.store);
  const read = await readCopy(source, tenant, printOf(request, facts, kind, item));
  if (!read.ok) return read;
  const { model, subject, omitted } = read.value;
  return ok({ model, subject, omitted, pictures: new Map(), within: true });
}

/** The file of an enclosure by itself, made once. */
export async function makeEnclosure(
  deps: LetterDeps,
  tenant: Tenant,
  request: LetterRequest,
  facts: LetterPrintFacts,
  { kind, item, label: what }: EnclosedCopy,
): Promise<Result<EnclosedFile>> {
  const made =
    kind === "received"
      ? await makeReceivedCopy(deps, tenant, receivedOf(request, facts, item))
      : await makePrint(
          { ...deps, source: storedPrintSource(deps.store) },
          tenant,
          printOf(request, facts, kind, item),
        );
  return made.ok ? ok({ label: what, file: made.value.file, name: made.value.name }) : made;
}

/** What the recipient does not get of the enclosures: for the unit's own copy of the letter alone. */
export function notGivenBlocks(copies: readonly EnclosedCopy[]): readonly Block[] {
  const left = copies.filter(({ omitted }) => omitted > 0);
  if (left.length === 0) return [];
  return [
    heading(2, say("letter.enclosures")),
    {
      type: "list",
      label: label(""),
      numbered: false,
      items: left.map((one) => ({
        text: one.label,
        details: [say("letter.enclosure.omitted", { n: one.omitted })],
      })),
    },
  ];
}

function recipientOf(facts: LetterPrintFacts): Uuid | "internal" {
  const { person } = facts.recipient;
  if (person === undefined) throw new Error("only a party has enclosures");
  return person;
}

function printOf(
  { akt, actor, access }: LetterRequest,
  facts: LetterPrintFacts,
  what: "basis" | "decision",
  item: Uuid,
): PrintRequest {
  return { akt, what, item, recipient: recipientOf(facts), actor, access };
}

function receivedOf(
  { akt, actor, access }: LetterRequest,
  facts: LetterPrintFacts,
  received: Uuid,
): ReceivedRequest {
  return { akt, received, recipient: recipientOf(facts), actor, access };
}
