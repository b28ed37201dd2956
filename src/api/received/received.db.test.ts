import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { INSTALLATION } from "../../access/installation.ts";
import { countTry, forgetTries, uploadRule } from "../../access/throttle.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { instantOfMillis, millisOf } from "../../kernel/instant.ts";
import { saveFile } from "../../store/files.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { lockedPdf, pdfOf, png, program } from "../../store/received/testing/files.ts";
import { eraseOldUploads } from "../../store/received/upload.ts";
import { uuidOf } from "../http/ids.ts";
import {
  answers,
  bodyFor,
  openReceivedWorld,
  RECEIVE,
  type ReceivedWorld,
} from "../testing/received-world.ts";
import { DEMO_TIMEOUT, type TestUser } from "../testing/test-app.ts";

let world: ReceivedWorld;
let jonatan: TestUser;
let ylva: TestUser;
let per: TestUser;

beforeAll(async () => {
  world = await openReceivedWorld();
  jonatan = await world.user("jonatan");
  ylva = await world.user("ylva");
  per = await world.user("per");
}, DEMO_TIMEOUT);
afterAll(() => world.app.close());

describe("a file that is chosen", () => {
  it.each([
    ["a program called .pdf", program(), 422, "file.kind-not-allowed"],
    ["a locked PDF", lockedPdf(), 422, "file.pdf-locked"],
    ["half a PDF", pdfOf(2).subarray(0, 200), 422, "file.pdf-broken"],
    ["nothing", Buffer.alloc(0), 422, "file.empty"],
    ["more than 25 MB", Buffer.alloc(25 * 1024 * 1024 + 1), 413, "file.too-large"],
  ])("is refused at its field and not kept: %s", async (_, bytes, status, id) => {
    const answer = await world.upload(jonatan, world.of("Elmer"), bytes);
    expect([answer.status, ...answer.problems]).toEqual([status, id]);
    expect(answer.response.body).toContain('"/file"');
    expect(await world.countOf("upload")).toBe(0);
  });

  it("must come as bytes, into a matter one may write in", async () => {
    const { akt, matter } = world.of("Elmer");
    const path = `/api/v1/received/upload-file?akt=${akt}&matter=${matter}`;
    expect((await jonatan.post(path, {})).problems).toEqual(["file.no-bytes"]);
    expect((await world.upload(ylva, world.of("Elmer"), pdfOf(1))).problems).toEqual([
      "access.not-yours",
    ]);
    const nowhere = await world.upload(jonatan, { akt, matter: randomUUID() }, pdfOf(1));
    expect(nowhere.problems).toEqual(["akt.not-found"]);
  });

  it("is stopped by the scanner, and by one that does not answer", async () => {
    for (const [said, id] of [
      ["harmful", "file.harmful"],
      ["unavailable", "file.scan-unavailable"],
    ] as const) {
      world.verdict = said;
      expect((await world.upload(jonatan, world.of("Elmer"), pdfOf(1))).problems).toEqual([id]);
    }
    world.verdict = "clean";
    expect(await world.countOf("upload")).toBe(0);
  });

  it("is erased after a day when nobody takes it in", async () => {
    expect((await world.upload(jonatan, world.of("Elmer"), pdfOf(9))).status).toBe(200);
    expect(await world.countOf("upload_chunk")).toBe(1);
    const later = instantOfMillis(millisOf(world.app.store.clock.now()) + 25 * 3600 * 1000);
    await inTenant(world.app.pools.app, world.demo.tenant, (tx) => eraseOldUploads(tx, later));
    expect(await world.countOf("upload_chunk")).toBe(0);
  });

  it("is one too many after the quota of a day, for that person alone", async () => {
    const { app } = world;
    const now = app.store.clock.now();
    const staff = (await jonatan.get<{ staff: string }>("/api/v1/session/me")).body.staff;
    await inTenant(app.pools.app, INSTALLATION, async (tx) => {
      for (let n = 0; n < uploadRule.tries; n += 1) await countTry(tx, uploadRule, staff, now);
    });
    expect((await world.upload(jonatan, world.of("Elmer"), pdfOf(1))).problems).toEqual([
      "file.too-many-today",
    ]);
    expect((await world.upload(ylva, world.of("Elmer"), pdfOf(1))).problems).toEqual([
      "access.not-yours",
    ]);
    await inTenant(app.pools.app, INSTALLATION, (tx) => forgetTries(tx, uploadRule, staff));
    expect((await world.upload(jonatan, world.of("Elmer"), program())).problems).toEqual([
      "file.kind-not-allowed",
    ]);
  });
});

describe("a document that is taken in", () => {
  it("is listed by its day of arrival and opened as it came, without rights", async () => {
    const bytes = pdfOf(3);
    const done = await world.take(jonatan, [world.of("Elmer")], bytes);
    expect(done.status, done.problems.join()).toBe(200);
    const { documents, opens } = await world.list(jonatan, world.of("Elmer"));
    expect(opens).toBe(true);
    const [line] = documents;
    // Found in the mailbox on the Wednesday: it counts as Tuesday.
    expect(line).toMatchObject({ arrivedOn: "2026-11-24", about: answers.about, hasText: false });
    expect(line?.file).toMatchObject({ mediaType: "application/pdf", pages: 3 });
    for (const as of ["shown", "saved"]) {
      const read = await jonatan.get(`/api/v1/received/${line?.file?.file}?as=${as}`);
      expect(read.status).toBe(200);
      expect(read.response.rawPayload.equals(bytes)).toBe(true);
      const { headers } = read.response;
      expect(headers["content-type"]).toBe("application/pdf");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("sandbox");
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["content-disposition"]).toMatch(
        new RegExp(
          `^${as === "shown" ? "inline" : "attachment"}; filename\\*=UTF-8''handling-[0-9a-f]{8}\\.pdf$`,
        ),
      );
    }
    expect(await world.countOf("upload")).toBe(0);
    const seen = await world.query<{ n: number }>(
      "select count(*)::int as n from access_log where action = 'received.read-original' and kind = 'view'",
    );
    expect(seen[0]?.n).toBe(2);
  });

  it("stands in the chronology with sender and kind", async () => {
    const { akt } = world.of("Elmer");
    const page = await jonatan.get<{ lines: { sv: string; excerpt: string }[] }>(
      `/api/v1/akt/${akt}/chronology?kind=document.received`,
    );
    expect(page.body.lines[0]).toMatchObject({
      sv: "En handling kom in från skola eller förskola: skolans underlag.",
      excerpt: answers.about,
    });
  });

  it("is answered the same when it is sent again, and is one file in a matter", async () => {
    const before = await world.countOf("file");
    const uploaded = await world.upload(jonatan, world.of("Elmer"), pdfOf(3));
    const sent = bodyFor([world.of("Elmer")], { upload: uploaded.body.upload });
    const first = await jonatan.post(RECEIVE, sent);
    const again = await jonatan.post(RECEIVE, sent);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(await world.countOf("file")).toBe(before);
    expect((await world.list(jonatan, world.of("Elmer"))).documents).toHaveLength(2);
  });

  it("may be a text alone, and must be something", async () => {
    const pasted = { ...answers, arrivalWay: "digital", text: "Från: skolan\n\nHej!" };
    const done = await jonatan.post(RECEIVE, bodyFor([world.of("Elmer")], { data: pasted }));
    expect(done.status, done.problems.join()).toBe(200);
    expect((await world.list(jonatan, world.of("Elmer"))).documents[0]).toMatchObject({
      hasText: true,
      file: null,
    });
    const nothing = await jonatan.post(RECEIVE, bodyFor([world.of("Elmer")]));
    expect(nothing.problems).toEqual(["received.nothing"]);
  });

  it("is refused with a file of another's or of another matter", async () => {
    const uploaded = await world.upload(jonatan, world.of("Elmer"), png());
    const sent = { upload: uploaded.body.upload };
    expect((await ylva.post(RECEIVE, bodyFor([world.of("Nils")], sent))).problems).toEqual([
      "received.file-elsewhere",
    ]);
    const gone = await jonatan.post(
      RECEIVE,
      bodyFor([world.of("Elmer")], { upload: randomUUID() }),
    );
    expect(gone.problems).toEqual(["received.upload-gone"]);
  });
});

describe("the original", () => {
  it("is opened by nobody without the matter, nor by those who do not see everything", async () => {
    const { documents } = await world.list(jonatan, world.of("Elmer"));
    const file = documents.find((line) => line.file !== null)?.file?.file;
    expect((await ylva.get(`/api/v1/received/${file}`)).status).toBe(403);
    expect((await per.get(`/api/v1/received/${file}`)).status).toBe(403);
    expect((await jonatan.get(`/api/v1/files/${file}`)).problems).toEqual(["file.not-found"]);
    expect((await jonatan.get(`/api/v1/received/${randomUUID()}`)).problems).toEqual([
      "file.not-found",
    ]);
  });

  it("that came in before there was a scanner is looked through when it is first read", async () => {
    const { akt, matter } = world.of("Elmer");
    const file = world.app.store.ids.next();
    const [worker] = await world.query<{ staff: Uuid }>(
      `select worker as staff from matter where matter = '${matter}'`,
    );
    await inTenant(world.app.pools.app, world.demo.tenant, (tx) =>
      saveFile(tx, {
        file,
        akt: uuidOf(akt),
        matter: uuidOf(matter),
        kind: "received",
        name: "handling.pdf",
        mediaType: "application/pdf",
        madeBy: worker!.staff,
        madeAt: world.app.store.clock.now(),
        bytes: pdfOf(12),
      }),
    );
    const statuses: number[] = [];
    for (const said of ["harmful", "unavailable", "clean", "unavailable"] as const) {
      world.verdict = said;
      statuses.push((await jonatan.get(`/api/v1/received/${file}`)).status);
    }
    world.verdict = "clean";
    // What has passed once is read also while the scanner rests.
    expect(statuses).toEqual([422, 503, 200, 200]);
  });
});
