import type { Answers } from "../../domain/event.ts";
import { textOf } from "../../domain/read.ts";
import { foldName } from "../../kernel/fold.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { AccessEntry } from "../access-log.ts";
import { findKnown } from "../commands/command-row.ts";
import { runAkt } from "../commands/execute-akt.ts";
import type { AktAnswer } from "../commands/request.ts";
import type { Store } from "../deps.ts";
import type { StoredFile } from "../files.ts";
import type { Tx } from "../in-tenant.ts";
import { Refusal } from "../refusal.ts";
import { findBriefs } from "../views/person-brief.ts";
import { keepUpload } from "./keep-upload.ts";
import { eraseUpload, findUpload, type Upload } from "./upload.ts";

/** A child a document concerns: its akt and matter, and the ids the client chose. */
export interface ReceivedChild {
  readonly commandId: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** Of the document in this akt, and of its file there. */
  readonly received: Uuid;
  readonly person: Uuid;
  readonly access: AccessEntry;
}

/** A document that came in, about one or several children. */
export interface ReceiveRequest {
  readonly actor: Uuid;
  /** The uploaded file; absent where only a text came. */
  readonly upload?: Uuid;
  /** Answers of the document `received-document`. */
  readonly data: Answers;
  readonly children: readonly ReceivedChild[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly now: Instant;
}

/** Shorter names stand in other words too often. */
const SHORTEST_NAME = 3;

/**
 * Takes a document into the matter of each child it concerns, in one transaction. Each akt gets a reference and
 * a copy of its own and says nothing of the other children.
 *
 * Problems: those of `decideAkt`, `received.child-twice`, `received.names-other-child`, `received.upload-gone`,
 * `received.file-elsewhere`.
 *
 * @throws Refusal when a later child is refused after an earlier one was written: all is rolled back.
 */
export async function runReceive(
  store: Store,
  tx: Tx,
  request: ReceiveRequest,
): Promise<Result<readonly AktAnswer[]>> {
  const children = request.children.toSorted((a, b) => (a.akt < b.akt ? -1 : 1));
  const [first] = children;
  if (first === undefined) return fail(problem("akt.not-found", { status: 404 }));
  if (new Set(children.map(({ akt }) => akt)).size < children.length) {
    return fail(problem("received.child-twice", { pointer: "/children" }));
  }
  const named = await namesOther(tx, request);
  if (named !== undefined) return fail(named);
  // Given again after it was carried out, its file is taken in and the upload gone: it is answered as before.
  const known = await findKnown<AktAnswer>(tx, first.commandId);
  const upload = known === undefined ? await uploadOf(tx, request) : ok(undefined);
  if (!upload.ok) return upload;
  const answers: AktAnswer[] = [];
  // One after the other: the akter are locked in ascending order.
  for (const child of children) {
    const answer = await receiveInto(store, tx, request, child, upload.value);
    if (!answer.ok) throw new Refusal(...answer.problems);
    answers.push(answer.value);
  }
  if (upload.value !== undefined) await eraseUpload(tx, upload.value.upload);
  return ok(answers);
}

async function receiveInto(
  store: Store,
  tx: Tx,
  request: ReceiveRequest,
  child: ReceivedChild,
  upload: Upload | undefined,
): Promise<Result<AktAnswer>> {
  const { akt, matter, received, commandId, access } = child;
  const { actor, data, reasons, now } = request;
  const keeping = { akt, matter, file: received, madeBy: actor, madeAt: now };
  const computed =
    upload === undefined ? undefined : factsOf(await keepUpload(tx, upload, keeping), upload);
  return runAkt(store, tx, {
    tenant: tx.tenant,
    actor,
    commandId,
    akt,
    matter,
    type: "document.receive",
    ids: { received },
    data,
    reasons,
    expect: {},
    access,
    ...(computed === undefined ? {} : { computed }),
  });
}

/** What the event says of the original: where it lies, and its hash, which the chain of the log covers. */
function factsOf(file: StoredFile, upload: Upload): Answers {
  return {
    file: file.file,
    fileType: file.mediaType,
    fileSize: file.size,
    fileHash: file.sha256,
    ...(upload.pages === null ? {} : { filePages: upload.pages }),
    ...(upload.archive === null ? {} : { fileArchive: upload.archive }),
  };
}

async function uploadOf(tx: Tx, request: ReceiveRequest): Promise<Result<Upload | undefined>> {
  if (request.upload === undefined) return ok(undefined);
  const upload = await findUpload(tx, request.upload);
  if (upload === undefined) {
    return fail(problem("received.upload-gone", { status: 409, pointer: "/file" }));
  }
  const mine = request.children.some(
    ({ akt, matter }) => akt === upload.akt && matter === upload.matter,
  );
  return mine && upload.madeBy === request.actor
    ? ok(upload)
    : fail(problem("received.file-elsewhere", { pointer: "/file" }));
}

/** The short description stands in every akt: it names none of the children it stands beside. */
async function namesOther(tx: Tx, request: ReceiveRequest): Promise<Problem | undefined> {
  if (request.children.length < 2) return undefined;
  const briefs = await findBriefs(
    tx,
    request.children.map(({ person }) => person),
  );
  const words = new Set(wordsOf(textOf(request.data["about"]) ?? ""));
  const names = [...briefs.values()].flatMap((brief) => wordsOf(brief.givenName));
  const hit = names.some((name) => name.length >= SHORTEST_NAME && words.has(name));
  return hit ? problem("received.names-other-child", { pointer: "/data/about" }) : undefined;
}

/** Folded words, the genitive as the name itself. */
function wordsOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== "");
  return words.flatMap((word) => [foldName(word), foldName(word.replace(/s$/u, ""))]);
}
