import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { listLetters } from "../../../contract/letters/list-letters.ts";
import type { makePrint } from "../../../contract/print/make-print.ts";
import type { TestAnswer, TestUser } from "../test-app.ts";
import type { Planted } from "./plant.ts";
import type { Pool } from "./pool.ts";
import type { Party } from "./secrets.ts";

type Letters = z.infer<typeof listLetters.answer>;

/** An answer about a paper for somebody, to be looked through. */
export interface Paper {
  readonly where: string;
  readonly answer: TestAnswer<unknown>;
  /** `internal`, or the place in the family of whoever gets it. */
  readonly to: Party | "internal";
}

const MEETING = { meetingAt: "2026-12-02T13:00", meetingPlace: "Rådhuset, rum 3" };

/** Writes a draft and takes in a text, so that there is something of each kind to find. */
export async function writeBeside(user: TestUser, family: Planted): Promise<void> {
  const { cast, akt, matter } = family;
  const { child: minor, reporter, plot } = cast;
  const named = plot === "reporter-text" ? `${reporter.given} ringde.` : "";
  const hidden =
    plot === "child" || plot === "later" ? `Bor på ${minor.street} 7, ${minor.phone}.` : "";
  const text = `${named} ${hidden} Pågår.`;
  const draft = randomUUID();
  await user.post("/api/v1/drafts/open-draft", {
    draft,
    document: "note",
    akt,
    matter,
    item: draft,
  });
  const change = { path: "text", base: 0, value: text, changeId: randomUUID() };
  await user.post("/api/v1/drafts/save-draft", { draft, changes: [change] });
  await citeReporter(user, family);
  const data = {
    foundOn: "2026-11-25",
    arrivalWay: "mailbox",
    kind: "school-report",
    sender: "school",
    about: "Betyg och frånvaro",
  };
  const child = () => ({ commandId: randomUUID(), akt, matter, received: randomUUID() });
  const path = `/api/v1/received/upload-file?akt=${akt}&matter=${matter}`;
  const uploaded = await user.upload<{ readonly upload?: string }>(path, Buffer.from(text, "utf8"));
  const { upload } = uploaded.body;
  await user.post(RECEIVE, { data: { ...data, text }, children: [child()] });
  await user.post(RECEIVE, { data, upload, children: [child()] });
}

/** A draft of a new basis that cites the reporter, as far as it is written. */
async function citeReporter(user: TestUser, { cast, akt, matter }: Planted): Promise<void> {
  const { reporter } = cast;
  const [draft, statement] = [randomUUID(), randomUUID()];
  const item = { draft, document: "decision-basis", akt, matter, item: draft };
  await user.post("/api/v1/drafts/open-draft", item);
  const fields = {
    order: "a0",
    area: "BU2",
    kind: "other-informant",
    text: "Hörde av sig.",
    sourceKind: "reporter",
    sourceText: `${reporter.given} ${reporter.family}`,
  };
  const changes = Object.entries(fields).map(([field, value]) => ({
    path: `statements/${statement}/${field}`,
    base: 0,
    value,
    changeId: randomUUID(),
  }));
  await user.post("/api/v1/drafts/save-draft", { draft, changes });
}

const RECEIVE = "/api/v1/received/receive-document";

const PRINT = "/api/v1/print/make-print";

function partiesOf({ child, home, away }: Planted) {
  return [
    ["child", child],
    ["home", home],
    ["away", away],
    ["internal", "internal"],
  ] as const;
}

function basisFor({ akt, basis }: Planted, recipient: string) {
  return { akt, what: "basis", item: basis, recipient };
}

/** The same copies, asked for by somebody else. */
export async function triesOf(user: TestUser, family: Planted): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const [to, recipient] of partiesOf(family)) {
    const answer = await user.post(PRINT, basisFor(family, recipient));
    papers.push({ where: "print.make-print", to, answer });
  }
  return papers;
}

function outside(role: string): Party {
  return role === "reporter" ? "reporter" : "body";
}

/** Every copy and letter that the worker can have made for the family, and for the unit. */
export async function papersOf(
  user: TestUser,
  family: Planted,
  pool: Pool,
  lettersToo: boolean,
): Promise<readonly Paper[]> {
  const parties = partiesOf(family);
  const papers: Paper[] = [];
  const file = async (where: string, to: Paper["to"], made: TestAnswer<unknown>) => {
    papers.push({ where, to, answer: made });
    if (made.status !== 200) return;
    const { file: id } = (made as TestAnswer<z.infer<typeof makePrint.answer>>).body;
    pool.add("file", id);
    papers.push({ where: `file of ${where}`, to, answer: await user.get(`/api/v1/files/${id}`) });
  };
  for (const [to, recipient] of parties) {
    await file("basis", to, await user.post(PRINT, basisFor(family, recipient)));
  }
  const listed = await user.get<Letters>(`/api/v1/akt/${family.akt}/letters`);
  if (listed.status !== 200) return papers;
  for (const possible of listed.body.possible) {
    for (const { person, role } of possible.recipients) {
      const to = parties.find(([, id]) => id === person)?.[0] ?? outside(role);
      const body = {
        akt: family.akt,
        matter: possible.matter,
        ids: { ...possible.ids, letter: randomUUID() },
        data: {
          letter: possible.letter,
          recipient: role,
          way: "post",
          ...(person === null ? {} : { to: [person] }),
          ...MEETING,
        },
      };
      const preview = await user.post("/api/v1/letters/preview-letter", body);
      papers.push({ where: `letter ${possible.letter}`, to, answer: preview });
      if (!lettersToo || preview.status !== 200) continue;
      const done = await user.post("/api/v1/letters/make-letter", body);
      await file(`letter ${possible.letter}`, to, done);
    }
  }
  return papers;
}
