import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { contentText, textHash } from "../log/envelope.ts";
import { manyRows, type TypedColumn, valuesOf } from "../many-rows.ts";
import { statement, type Statement } from "../statement.ts";
import type { AktStep } from "./akt-step.ts";

/** The events that make or finish a version of a document, and the document of the specification. */
const DOCUMENT_OF_EVENT: ReadonlyMap<string, { readonly kind: string; readonly signs: boolean }> =
  new Map([
    ["basis.fixed", { kind: "decision-basis", signs: false }],
    ["basis.signed", { kind: "decision-basis", signs: true }],
  ]);

const VERSION: readonly TypedColumn[] = [
  ["tenant", "int"],
  ["document", "uuid"],
  ["version", "int"],
];
const REPLACE: Statement = {
  ...statement(
    "document_replace",
    `update document set status = 'replaced'
     where tenant = $1 and document = $2 and version < $3 and status = 'fixed'`,
  ),
  many: {
    text: (count) =>
      `update document d set status = 'replaced'
       from (values ${valuesOf(VERSION, count)}) as v (tenant, document, version)
       where d.tenant = v.tenant and d.document = v.document and d.version < v.version
         and d.status = 'fixed'`,
  },
};

const INSERT = manyRows(
  statement(
    "document_insert",
    `insert into document (tenant, document, version, akt, matter, kind, status, seq, content_hash,
     spec_digest, author, fixed_at, signed_at, signed_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  ),
);

const SIGN = statement(
  "document_sign",
  `update document set status = 'signed', signed_at = $4, signed_by = $5
   where tenant = $1 and document = $2 and version = $3 and status = 'fixed'`,
);

/** The hash of a document's content, by which two versions are the same. */
export function contentHash(content: Answers): Buffer {
  return textHash(contentText(content));
}

/** Writes the versions that events made and marks those they signed, one event after the other. */
export async function projectDocuments(tx: Tx, steps: readonly AktStep[]): Promise<void> {
  for (const step of steps) {
    if (!DOCUMENT_OF_EVENT.has(step.event.type)) continue;
    projectDocument(tx, step);
    // What the next one signs has to be there.
    if (step !== steps.at(-1)) await tx.flush();
  }
}

function projectDocument(tx: Tx, step: AktStep): void {
  const { event, specDigest, after: state } = step;
  const made = DOCUMENT_OF_EVENT.get(event.type);
  const basis = event.matter === undefined ? undefined : state.matters[event.matter]?.basis;
  if (made === undefined || basis === undefined || event.matter === undefined) return;
  const { document, version } = basis;
  const signed = made.signs ? [event.occurredAt, event.actor] : [null, null];
  const content = event.body.content;
  if (content === undefined) {
    tx.write(SIGN, [tx.tenant, document, version, ...signed]);
    return;
  }
  if (version > 1) tx.write(REPLACE, [tx.tenant, document, version]);
  tx.write(INSERT, [
    tx.tenant,
    document,
    version,
    state.akt,
    event.matter,
    made.kind,
    made.signs ? "signed" : "fixed",
    event.seq,
    contentHash(content),
    specDigest,
    event.actor,
    event.occurredAt,
    ...signed,
  ]);
}

const LATEST_HASH = statement(
  "document_latest_hash",
  `select content_hash from document
   where tenant = $1 and document = $2 order by version desc limit 1`,
);

const LATEST_HASHES = statement(
  "document_latest_hashes",
  `select distinct on (document) document, content_hash from document
   where tenant = $1 and document = any($2::uuid[]) order by document, version desc`,
);

/** As {@link latestContentHash} for several at once, by document. */
export async function latestContentHashes(
  tx: Tx,
  documents: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Buffer>> {
  const values = [tx.tenant, documents];
  const rows = await tx.rows<{ document: Uuid; content_hash: Buffer }>(LATEST_HASHES, values);
  return new Map(rows.map((row) => [row.document, row.content_hash]));
}

/** The content hash of the latest version of a document; undefined when there is none. */
export async function latestContentHash(tx: Tx, document: Uuid): Promise<Buffer | undefined> {
  const [row] = await tx.rows<{ content_hash: Buffer }>(LATEST_HASH, [tx.tenant, document]);
  return row?.content_hash;
}
