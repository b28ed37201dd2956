import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Answers } from "../../domain/event.ts";
import { phaseOf } from "../../domain/phase.ts";
import { basisContent, reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { saveDraft } from "../drafts/save-draft.ts";
import { rebuildCheck } from "../rebuild.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  giveAkt,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { verifyLog } from "../verify.ts";
import { readChronology } from "../views/chronology-page.ts";
import { readAkt } from "../views/read-akt.ts";
import { readDocumentVersion } from "../views/read-documents.ts";

let board: TestStore;
let child: Uuid;
let mother: Uuid;

beforeAll(async () => {
  board = await openTestStore();
  child = await registerPerson(board, {
    givenName: "Alva",
    familyName: "Lind",
    birthDate: "2014-02-17",
  });
  const relation = board.id();
  mother = await registerPerson(board, { givenName: "Petra", familyName: "Lind" }, [
    { relation, kind: "guardian", to: child },
  ]);
});

afterAll(() => board.close());

/** Writes answers into the draft of a document, field by field as the page does. */
async function writeDraft(akt: Uuid, matter: Uuid, document: string, answers: Answers) {
  const draft = board.id();
  const { store } = board;
  const specDigest = store.packs.current(board.tenant).digest;
  const changes = Object.entries(answers).flatMap(([field, value]) => {
    const change = (path: string, base: number, saved: unknown) => ({
      path,
      base,
      value: saved,
      changeId: board.id(),
    });
    if (!Array.isArray(value) || typeof value[0] === "string") return [change(field, 0, value)];
    return value.flatMap((item: Record<string, unknown>, index) => [
      change(`${field}/${String(item["id"])}/order`, 0, `a${index}`),
      ...Object.entries(item)
        .filter(([name]) => name !== "id")
        .map(([name, saved]) => change(`${field}/${String(item["id"])}/${name}`, 0, saved)),
    ]);
  });
  return board.inBoard(async (tx) => {
    const by = { by: board.worker, at: store.clock.now() };
    const opened = await openDraft(tx, { draft, document, akt, matter, specDigest, ...by });
    valueOf(opened);
    valueOf(await saveDraft(tx, store.packs, { draft, changes, ...by }));
    return draft;
  });
}

const decisionData = {
  type: "open-measure",
  wording: "Barnet beviljas samtal en gång i veckan.",
  legalBasis: ["sol25-11-1"],
  reasons: "Barnet behöver stöd.",
  bestInterests: "Bäst för barnet.",
  childsView: "Vill.",
  childPosition: "consents",
  favourable: true,
} as const;

describe("the chain from report to closing, in the database", () => {
  test("leaves the rows, the documents and the log that its commands say", async () => {
    board.setTime("2026-03-02T10:05");
    const { akt, matter, report } = await receiveReport(board, child, reportData);
    const give = async (type: string, time: string, more: object = {}) => {
      board.setTime(time);
      return valueOf(await giveAkt(board, { akt, matter, type, ...more }));
    };
    const [investigation, document, decision] = [board.id(), board.id(), board.id()];
    await give("protection.assess", "2026-03-02T14:00", {
      ids: { report },
      data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
    });
    await give("investigation.open", "2026-03-09T09:00", {
      actor: board.manager,
      ids: { report, investigation, investigator: board.worker },
      data: { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron är hög." },
    });
    await give("matter.assign", "2026-03-09T09:30", {
      actor: board.manager,
      ids: { worker: board.worker, unit: board.unit },
    });
    await give("party.inform", "2026-03-09T15:00", {
      data: { who: [mother, child], childInformed: "oral", childUnderstood: "yes" },
    });
    const talk = {
      occurredAt: "2026-03-20T09:00",
      withPersons: [child],
      alone: true,
      summary: "Barnet berättar.",
    };
    board.setTime("2026-03-20T10:00");
    const talkDraft = await writeDraft(akt, matter, "talk", talk);
    await give("talk.sign", "2026-03-20T10:00", { draft: talkDraft });

    board.setTime("2026-05-04T09:00");
    const draft = await writeDraft(akt, matter, "decision-basis", basisContent);
    await give("basis.fix", "2026-05-04T09:00", { ids: { document }, draft });
    await give("basis.communicate", "2026-05-04T10:00", {
      ids: { document },
      data: { to: [mother], answerBy: "2026-05-18" },
    });
    await give("party.answer", "2026-05-12T10:00", {
      data: { party: [mother], position: "agrees", text: "Ja." },
    });
    await give("basis.sign", "2026-05-20T09:00", { ids: { document }, draft });
    await give("decision.make", "2026-05-20T10:00", {
      actor: board.manager,
      ids: { decision },
      data: {
        ...decisionData,
        decidedAt: "2026-05-20T10:00",
        guardianPositions: [{ id: board.id(), guardian: mother, position: "consents" }],
      },
    });
    await give("investigation.close", "2026-05-20T11:00", {
      data: { result: "granted", reason: "Se beslut." },
    });

    const view = await board.inBoard((tx) => readAkt(tx, akt, board.today()));
    const state = view!.state.matters[matter]!;
    expect(phaseOf(state)).toBe("investigation-closed");
    expect(state.basis).toMatchObject({ version: 1, status: "signed" });
    expect(view!.guardians.map((guardian) => guardian.person)).toEqual([mother]);
    expect(view!.clocks.find((clock) => clock.ruleId === "B-02")).toMatchObject({
      from: "2026-03-09",
      metOn: "2026-05-20",
      status: "met",
    });

    const content = await board.inBoard((tx) => readDocumentVersion(tx, document));
    expect(content).toMatchObject({ version: 1, status: "signed", signedBy: board.worker });
    const { participationEntries, ...written } = content?.content ?? {};
    expect(written).toEqual(basisContent);
    // How the child took part is taken from the talk that was signed.
    expect(participationEntries).toMatchObject([{ kind: "talk", how: "alone", on: "2026-03-20" }]);

    const drafts = await board.admin("select draft from draft union select draft from draft_field");
    expect(drafts).toEqual([]);
    const { lines } = await board.inBoard((tx) => readChronology(tx, akt, { limit: 3 }));
    expect(lines.map((line) => line.type)).toEqual([
      "investigation.closed",
      "decision.made",
      "basis.signed",
    ]);
    const running = await board.admin("select open_investigation, unit, worker, phase from matter");
    expect(running).toEqual([
      {
        open_investigation: null,
        unit: board.unit,
        worker: board.worker,
        phase: "investigation-closed",
      },
    ]);
  });

  test("verifies and rebuilds to the same", async () => {
    const report = await board.inBoard(verifyLog);
    expect(report).toMatchObject({ streams: 4, destroyed: 0, broken: [] });
    const rebuilt = await rebuildCheck(board.store, board.database.connections.app, board.tenant);
    expect(rebuilt).toEqual({ streams: 4, notFolded: 0, differences: [] });
  });

  test("the rebuild says which row was tampered with", async () => {
    await board.admin("update matter set phase = 'received'");
    await board.admin("delete from chronology where type = 'decision.made'");
    await board.admin(
      'update stream_state set state = state::jsonb || \'{"createdOn": "2020-01-01"}\'',
    );
    const { differences } = await rebuildCheck(
      board.store,
      board.database.connections.app,
      board.tenant,
    );
    const found = differences.map(({ table, how }) => `${table} ${how}`).toSorted();
    expect(found).toEqual([
      "chronology missing",
      "matter different",
      ...Array.from({ length: 4 }, () => "stream_state different"),
    ]);
  });
});
