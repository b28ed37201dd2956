import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import { tenantOf } from "../store/tenant.ts";
import type { BasisFacts } from "./facts.ts";
import type { FileStore, PrintToStore, StoredPrint } from "./file-store.ts";
import { makePrint, type PrintDeps, type PrintRequest } from "./make-print.ts";
import type { PrintModel } from "./model.ts";
import {
  basisContent,
  basisFacts,
  decisionFacts,
  karin,
  mira,
  robert,
  sampleId,
} from "./testing/sample.ts";

const tenant = tenantOf(7);
const request: PrintRequest = {
  akt: sampleId("c1"),
  what: "basis",
  item: basisFacts().version.document,
  recipient: robert,
  actor: mira,
  access: { staff: mira, action: "print.make-print", purpose: "case-handling", persons: [] },
};

/** Files in memory, a typesetter that writes JSON, and facts that can change between two prints. */
function board(facts: Partial<BasisFacts> = {}) {
  const files = new Map<string, StoredPrint & PrintToStore>();
  const rendered: PrintModel[] = [];
  const store: FileStore = {
    find: async (_, subject) => files.get(subject),
    put: async (_, print) => {
      const sha256 = createHash("sha256").update(print.bytes).digest("hex");
      const kept = { ...print, file: sampleId(`f${files.size}`), sha256 };
      files.set(print.subject, kept);
      return ok(kept);
    },
  };
  const deps: PrintDeps = {
    source: { read: async () => ok({ facts: basisFacts(facts), matter: sampleId("c2") }) },
    files: store,
    renderer: {
      render: async (model) => {
        rendered.push(model);
        return ok(new TextEncoder().encode(JSON.stringify(model)));
      },
      close: async () => undefined,
    },
  };
  return { deps, files, rendered };
}

describe("makePrint", () => {
  test("makes a print once and gives the same file ever after", async () => {
    const { deps, rendered } = board();
    const first = await makePrint(deps, tenant, request);
    expect(first).toMatchObject({ ok: true, value: { omitted: 14 } });
    expect(await makePrint(deps, tenant, request)).toEqual(first);
    expect(rendered).toHaveLength(1);
  });

  test("makes one for each recipient, version and state", async () => {
    const { deps, files } = board();
    await makePrint(deps, tenant, request);
    await makePrint(deps, tenant, { ...request, recipient: karin });
    await makePrint(deps, tenant, { ...request, recipient: "internal" });
    for (const change of [{ version: 2 }, { status: "fixed" as const }]) {
      const facts = basisFacts({ version: { ...basisFacts().version, ...change } });
      const other = {
        ...deps,
        source: { read: async () => ok({ facts, matter: sampleId("c2") }) },
      };
      await makePrint(other, tenant, request);
    }
    expect(files.size).toBe(5);
    expect(new Set([...files.values()].map((file) => file.name)).size).toBe(5);
  });

  test("never hands out a copy from before the reporter was shielded", async () => {
    const { deps, rendered } = board();
    await makePrint(deps, tenant, request);
    const facts = basisFacts({ reporterShielded: true });
    const later = { ...deps, source: { read: async () => ok({ facts, matter: sampleId("c2") }) } };
    await makePrint(later, tenant, request);
    expect(rendered).toHaveLength(2);
  });

  test("never hands out a copy from before an address in it became secret", async () => {
    const { deps } = board({ secrets: [] });
    expect(await makePrint(deps, tenant, request)).toMatchObject({ ok: true });
    const text = basisFacts().board.phone ?? "";
    const secret = { kind: "protected-detail" as const, text, towards: [robert] };
    const facts = basisFacts({ secrets: [secret] });
    const later = { ...deps, source: { read: async () => ok({ facts, matter: sampleId("c2") }) } };
    const refused = await makePrint(later, tenant, request);
    expect(refused.ok ? [] : refused.problems.map(({ id }) => id)).toContain(
      "print.protected-detail-in-text",
    );
    expect(await makePrint(later, tenant, { ...request, recipient: karin })).toMatchObject({
      ok: true,
    });
  });

  test("names the file without a name or number of anybody", async () => {
    const { deps, files } = board();
    await makePrint(deps, tenant, request);
    const [file] = files.values();
    expect(file?.name).toMatch(/^beslutsunderlag-d1c0de01-[0-9a-f]{4}\.pdf$/);
    expect(file).toMatchObject({
      mediaType: "application/pdf",
      akt: request.akt,
      matter: sampleId("c2"),
      madeBy: mira,
    });
    const facts = decisionFacts();
    const decision = {
      ...deps,
      source: { read: async () => ok({ facts, matter: sampleId("c2") }) },
    };
    const made = await makePrint(decision, tenant, { ...request, what: "decision" });
    expect(made).toMatchObject({
      ok: true,
      value: { name: expect.stringMatching(/^beslut-d1c0de02-/) },
    });
  });

  test("refuses somebody who is not a party", async () => {
    const { deps, files } = board();
    const made = await makePrint(deps, tenant, { ...request, recipient: mira });
    expect(made).toMatchObject({ ok: false, problems: [{ id: "print.recipient-not-party" }] });
    expect(files.size).toBe(0);
  });

  test("refuses a copy in which the shielded reporter is named, and makes the internal one", async () => {
    const { deps, files } = board({
      content: { ...basisContent, weighing: "Grannen Sune Gräns har sett det." },
      reporterShielded: true,
      secrets: [{ kind: "reporter", text: "Sune Gräns" }],
    });
    const made = await makePrint(deps, tenant, request);
    expect(made).toMatchObject({
      ok: false,
      problems: [{ id: "print.reporter-named-in-text", pointer: "/weighing" }],
    });
    expect(files.size).toBe(0);
    expect((await makePrint(deps, tenant, { ...request, recipient: "internal" })).ok).toBe(true);
  });

  test("keeps nothing when the typesetter fails", async () => {
    const { deps, files } = board();
    const failing = {
      ...deps,
      renderer: { ...deps.renderer, render: async () => fail(problem("print.render-failed")) },
    };
    expect((await makePrint(failing, tenant, request)).ok).toBe(false);
    expect(files.size).toBe(0);
  });

  test("passes on what the source refuses", async () => {
    const { deps } = board();
    const source = { read: async () => fail(problem("print.not-signed")) };
    const made = await makePrint({ ...deps, source }, tenant, request);
    expect(made).toMatchObject({ ok: false, problems: [{ id: "print.not-signed" }] });
  });
});
