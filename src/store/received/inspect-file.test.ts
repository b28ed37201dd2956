import { describe, expect, test } from "vitest";
import { inspectFile } from "./inspect-file.ts";
import { jpeg, lockedPdf, pdfOf, pdfWithStreams, png, program, tiff } from "./testing/files.ts";

/** A PDF with something said in its metadata, as a comment stands in it. */
function pdfSaying(metadata: string): Buffer {
  const pdf = pdfOf(1, `/Note (${metadata.replaceAll(/[()]/g, "")})`);
  return pdf;
}

function told(bytes: Buffer) {
  const found = inspectFile(bytes);
  return found.ok ? found.value : found.problems.map(({ id }) => id).join();
}

describe("what a file is", () => {
  test.each([
    ["a PDF", pdfOf(3), { mediaType: "application/pdf", pages: 3 }],
    [
      "a PDF with compressed objects",
      pdfWithStreams(7),
      { mediaType: "application/pdf", pages: 7 },
    ],
    [
      "a PDF after what a mail server put first",
      Buffer.concat([Buffer.from("\r\n"), pdfOf(2)]),
      { mediaType: "application/pdf", pages: 2 },
    ],
    [
      "a PDF that says it is PDF/A",
      pdfSaying("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),
      { mediaType: "application/pdf", pages: 1, archive: "2b" },
    ],
    [
      "a PDF that says so in attributes",
      pdfSaying(`pdfaid:part="1" pdfaid:conformance="A"`),
      { mediaType: "application/pdf", pages: 1, archive: "1a" },
    ],
    [
      "a PDF/A of the fourth part, which has no letter",
      pdfSaying("<pdfaid:part>4</pdfaid:part>"),
      { mediaType: "application/pdf", pages: 1, archive: "4" },
    ],
    [
      "a PDF that speaks of PDF/A",
      pdfSaying("<pdfaid:part>9</pdfaid:part> PDF/A-2b"),
      { mediaType: "application/pdf", pages: 1 },
    ],
    ["a PNG", png(), { mediaType: "image/png" }],
    ["a JPEG", jpeg(), { mediaType: "image/jpeg" }],
    ["a TIFF", tiff(), { mediaType: "image/tiff" }],
    ["a text", Buffer.from("Hej,\r\n\tåäö"), { mediaType: "text/plain; charset=utf-8" }],
    [
      "a page, which is shown as the text it is",
      Buffer.from("<script>alert(1)</script>"),
      { mediaType: "text/plain; charset=utf-8" },
    ],
  ])("is told by its bytes: %s", (_, bytes, expected) => {
    expect(told(bytes)).toEqual(expected);
  });

  test.each([
    ["nothing", Buffer.alloc(0), "file.empty"],
    ["a program, whatever it is called", program(), "file.kind-not-allowed"],
    [
      "a packed folder or Word document",
      Buffer.from("PK\u0003\u0004\u0014\u0000", "latin1"),
      "file.kind-not-allowed",
    ],
    ["a text in another encoding", Buffer.from([0x48, 0xe5, 0x6a]), "file.kind-not-allowed"],
    ["a PDF with a password", lockedPdf(), "file.pdf-locked"],
    ["a newer PDF with a password", pdfWithStreams(1, "/Encrypt 9 0 R"), "file.pdf-locked"],
    ["a header alone", Buffer.from("%PDF-1.7\n"), "file.pdf-broken"],
    ["a PNG without its end", png().subarray(0, 40), "file.picture-broken"],
    ["a JPEG without its end", jpeg().subarray(0, 18), "file.picture-broken"],
    ["a TIFF without its directory", tiff().subarray(0, 12), "file.picture-broken"],
  ])("is refused: %s", (_, bytes, expected) => {
    expect(told(bytes)).toBe(expected);
  });

  test("is refused wherever a PDF was cut off", () => {
    const whole = pdfOf(2);
    for (let length = 20; length < whole.length - 6; length += 7) {
      expect(told(whole.subarray(0, length)), `${length}`).toBe("file.pdf-broken");
    }
  });

  test("is told in time of a large one that is made to cost time", () => {
    const size = 24 * 1024 * 1024;
    const nested = Buffer.alloc(size, "<< <<a>> ").toString("latin1");
    const streams = "/ObjStm stream\nxendstream ".repeat(200_000);
    const before = performance.now();
    for (const filler of [nested, streams]) {
      expect(told(pdfOf(2, filler))).toMatchObject({ mediaType: "application/pdf" });
    }
    // A second on a usual machine; gone over again for each of its parts it would be days.
    expect(performance.now() - before).toBeLessThan(60_000);
  });
});
