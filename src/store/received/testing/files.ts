import { deflateSync } from "node:zlib";

/** A small PDF with a table of cross references, of some pages. */
export function pdfOf(pages: number, trailer = ""): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from(
      { length: pages },
      () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ),
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((body, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A PDF whose trailer says that it is encrypted, as one with a password does. */
export function lockedPdf(): Buffer {
  return pdfOf(
    1,
    "/Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -1340 >> /ID [<00> <00>]",
  );
}

/** A PDF of the newer kind: its tree of pages in a compressed stream, its cross references in another. */
export function pdfWithStreams(pages: number, more = ""): Buffer {
  const tree = `<< /Type /Pages /Kids [] /Count ${pages} >>`;
  const packed = deflateSync(Buffer.from(`2 0 ${tree}`, "latin1"));
  const head = Buffer.from(
    "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "latin1",
  );
  const stream = Buffer.concat([
    Buffer.from(
      `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
  const start = head.length + stream.length;
  const references = `4 0 obj\n<< /Type /XRef /Size 5 /Root 1 0 R ${more} /W [1 2 1] /Length 0 >>\nstream\n\nendstream\nendobj\n`;
  const end = Buffer.from(`${references}startxref\n${start}\n%%EOF\n`);
  return Buffer.concat([head, stream, end]);
}

/** A program for Windows, as its first bytes tell. */
export function program(): Buffer {
  return Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003", "latin1"), Buffer.alloc(400)]);
}

/** One white point. */
export function png(): Buffer {
  return Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
    "base64",
  );
}

/** The frame of a JPEG: begin, application part, end. */
export function jpeg(): Buffer {
  return Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
}

/** A TIFF with a directory of one entry. */
export function tiff(): Buffer {
  return Buffer.from("49492a0008000000010000010300010000000100000000000000", "hex");
}
