import { createHash, hash as hashOf } from "node:crypto";

import type { Answers, EventBody } from "../../domain/event.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tenant } from "../tenant.ts";

/** What lawful destruction selects by; the class of a matter is settled when it is closed. */
export type RetentionClass = "matter" | "akt" | "person" | "unit" | "config";

/** All of an event but the salt: what its payload hash is made of. */
export interface EventRecord {
  readonly tenant: Tenant;
  readonly stream: Uuid;
  readonly seq: number;
  readonly matter?: Uuid;
  readonly retentionClass: RetentionClass;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Uuid;
  readonly commandId: Uuid;
  readonly specDigest: string;
  readonly lawDigest: string;
  /** Canonical JSON. */
  readonly body: string;
}

export const SALT_BYTES = 16;
/** What stands before the first link of a chain. */
export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** Letters of a text that is hashed part by part. */
const LONG = 4096;

const contentTexts = new WeakMap<Answers, string>();

/** The canonical JSON of a document's content. A document is long and asked for thrice: written once. */
export function contentText(content: Answers): string {
  const known = contentTexts.get(content);
  if (known !== undefined) return known;
  const text = canonicalJson(content);
  contentTexts.set(content, text);
  return text;
}

/** The body of an event in the one form it is stored and hashed in: members in canonical order. */
export function bodyText(body: EventBody): string {
  const { ids, data, content, matterNumber, origin, reasons } = body;
  const first = content === undefined ? "" : `"content":${contentText(content)},`;
  const number = matterNumber === undefined ? "" : `,"matterNumber":${canonicalJson(matterNumber)}`;
  const from = origin === undefined ? "" : `,"origin":${canonicalJson({ ...origin })}`;
  const last = reasons === undefined ? "" : `,"reasons":${canonicalJson(reasons)}`;
  return `{${first}"data":${canonicalJson(data)},"ids":${canonicalJson(ids)}${number}${from}${last}}`;
}

/** Reads a stored body. Throws SyntaxError when it is no JSON; its shape is what `bodyText` wrote. */
export function parseBody(text: string): EventBody {
  return JSON.parse(text) as EventBody;
}

/**
 * The canonical JSON (RFC 8785) of an event. Members stand in the order that canonical JSON demands and
 * the body, already canonical, is put in as it is: a long document is not written out twice.
 */
export function payloadText(record: EventRecord): string {
  const text = (value: string): string => canonicalJson(value);
  const matter = record.matter === undefined ? "" : `"matter":${text(record.matter)},`;
  return (
    `{"actor":${text(record.actor)},"body":${record.body},"commandId":${text(record.commandId)},` +
    `"lawDigest":${text(record.lawDigest)},${matter}"occurredAt":${text(record.occurredAt)},` +
    `"recordedAt":${text(record.recordedAt)},"retentionClass":${text(record.retentionClass)},` +
    `"seq":${record.seq},"specDigest":${text(record.specDigest)},"stream":${text(record.stream)},` +
    `"tenant":${record.tenant},"type":${text(record.type)}}`
  );
}

/** SHA-256 of the salt and the canonical event. */
export function payloadHash(record: EventRecord, salt: Uint8Array): Buffer {
  const text = payloadText(record);
  // A document is not copied twice to be hashed once.
  if (text.length > LONG) return createHash("sha256").update(salt).update(text, "utf8").digest();
  return sha256(Buffer.concat([salt, Buffer.from(text, "utf8")]));
}

/** SHA-256 of the link before, the place in the log and the payload hash. */
export function linkHash(
  prevHash: Uint8Array,
  place: { readonly tenant: Tenant; readonly stream: Uuid; readonly seq: number },
  payload: Uint8Array,
): Buffer {
  const at = Buffer.alloc(24);
  at.writeUInt32BE(place.tenant, 0);
  at.write(place.stream.replaceAll("-", ""), 4, "hex");
  at.writeUInt32BE(place.seq, 20);
  return sha256(Buffer.concat([prevHash, at, payload]));
}

/** SHA-256 of a text, for document content and requests. */
export function textHash(text: string): Buffer {
  return sha256(text);
}

/** In one call: an object to be fed part by part costs more to make than a short text to hash. */
function sha256(data: string | Buffer): Buffer {
  return hashOf("sha256", data, "buffer");
}
