import type { Answers } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { readEvent } from "./read-akt.ts";

/** A version of a document, without its content. */
export interface DocumentVersion {
  readonly document: Uuid;
  readonly version: number;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly kind: string;
  readonly status: "fixed" | "signed" | "replaced" | "voided";
  readonly seq: number;
  /** Hex of the SHA-256 of the content. */
  readonly contentHash: string;
  readonly specDigest: string;
  readonly author: Uuid;
  readonly fixedAt: Instant;
  readonly signedAt: Instant | null;
  readonly signedBy: Uuid | null;
}

const COLUMNS = `document, version, akt, matter, kind, status, seq,
     encode(content_hash, 'hex') as "contentHash", spec_digest as "specDigest", author,
     fixed_at as "fixedAt", signed_at as "signedAt", signed_by as "signedBy"`;

const ONE = statement(
  "document_version",
  `select ${COLUMNS} from document where tenant = $1 and document = $2
     and ($3::int is null or version = $3)
   order by version desc limit 1`,
);

/** A version of a document without its content, the latest when none is named; undefined when there is none. */
export async function findDocumentVersion(
  tx: Tx,
  document: Uuid,
  version?: number,
): Promise<DocumentVersion | undefined> {
  const [row] = await tx.rows<DocumentVersion>(ONE, [tx.tenant, document, version ?? null]);
  return row;
}

/** A version with its content; undefined when there is none or the event has been destroyed. */
export async function readDocumentVersion(
  tx: Tx,
  document: Uuid,
  version?: number,
): Promise<(DocumentVersion & { readonly content: Answers }) | undefined> {
  const found = await findDocumentVersion(tx, document, version);
  const view = found === undefined ? undefined : await readEvent(tx, found.akt, found.seq);
  const content = view?.event.body.content;
  return found === undefined || content === undefined ? undefined : { ...found, content };
}
