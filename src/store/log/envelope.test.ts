import { createHash } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { tenantOf } from "../tenant.ts";
import {
  bodyText,
  FIRST_HASH,
  linkHash,
  parseBody,
  payloadHash,
  payloadText,
  type EventRecord,
} from "./envelope.ts";

const stream = parseUuid("01900000-0000-7000-8000-000000000001")!;
const matter = parseUuid("01900000-0000-7000-8000-000000000002")!;
const moment = parseInstant("2026-03-02T09:05:00.000Z")!;

function recordOf(body: string, more: Partial<EventRecord> = {}): EventRecord {
  return {
    tenant: tenantOf(7),
    stream,
    seq: 3,
    retentionClass: "matter",
    type: "note.signed",
    occurredAt: moment,
    recordedAt: moment,
    actor: stream,
    commandId: matter,
    specDigest: "spec",
    lawDigest: "law",
    body,
    ...more,
  };
}

const anyText = fc.string({ unit: "grapheme" });
const anyAnswer = fc.oneof(
  anyText,
  fc.boolean(),
  fc.integer(),
  fc.array(anyText, { maxLength: 3 }),
);
const anyAnswers = fc.dictionary(anyText, anyAnswer, { maxKeys: 5 });

describe("the canonical event", () => {
  test("is the canonical JSON of all its members, whatever was written", () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.option(anyAnswers),
        fc.option(fc.dictionary(anyText, anyText)),
        fc.boolean(),
        (data, content, reasons, inMatter) => {
          const body = {
            ids: { report: matter },
            data,
            ...(content === null ? {} : { content }),
            ...(reasons === null ? {} : { reasons }),
          };
          const text = bodyText(body);
          expect(text).toBe(canonicalJson(body));
          expect(parseBody(text)).toEqual(body);
          const record = recordOf(text, inMatter ? { matter } : {});
          const members: { [member: string]: Json } = { ...record, body: JSON.parse(text) as Json };
          expect(payloadText(record)).toBe(canonicalJson(members));
        },
      ),
    );
  });
});

describe("the chain", () => {
  const salt = new Uint8Array(16).fill(1);
  const body = bodyText({ ids: {}, data: { text: "Åsa kom hem." } });
  const payload = payloadHash(recordOf(body), salt);

  test("gives the hashes that the documentation says", () => {
    // Computed apart, by another program, over the bytes that the comments of the table name.
    expect(payload.toString("hex")).toBe(
      "08cc31daf0f35e304554529c44d81f8b135185be7a66c6c1f1a4125e72f9e525",
    );
    const link = linkHash(FIRST_HASH, { tenant: tenantOf(7), stream, seq: 3 }, payload);
    expect(link.toString("hex")).toBe(
      "5a633ed0818e0112192e73288f3d1e483fa9a1111c8c3c54f1a32e1fd453302a",
    );
  });

  test("hashes the salt and the event, short or long", () => {
    for (const words of [1, 3000]) {
      const record = recordOf(bodyText({ ids: {}, data: { text: "Åsa kom. ".repeat(words) } }));
      const bytes = Buffer.concat([salt, Buffer.from(payloadText(record), "utf8")]);
      const apart = createHash("sha256").update(bytes).digest("hex");
      expect(payloadHash(record, salt).toString("hex")).toBe(apart);
    }
  });

  test("differs with the salt, the place and what came before", () => {
    const place = { tenant: tenantOf(7), stream, seq: 3 };
    const hash = linkHash(FIRST_HASH, place, payload);
    const others = [
      linkHash(hash, place, payload),
      linkHash(FIRST_HASH, { ...place, tenant: tenantOf(8) }, payload),
      linkHash(FIRST_HASH, { ...place, seq: 4 }, payload),
      linkHash(FIRST_HASH, { ...place, stream: matter }, payload),
      linkHash(FIRST_HASH, place, payloadHash(recordOf(body), new Uint8Array(16))),
    ];
    const all = [hash, ...others].map((each) => each.toString("hex"));
    expect(new Set(all).size).toBe(all.length);
  });
});
