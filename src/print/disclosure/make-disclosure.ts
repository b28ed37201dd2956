import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { FileStore, StoredPrint } from "../file-store.ts";
import { shortId } from "../frame.ts";
import type { Renderer } from "../render.ts";
import { buildDisclosure } from "./build-disclosure.ts";
import type { DisclosureRecord } from "./disclosure-record.ts";
import { tell } from "./disclosure-texts.ts";
import { secretsIn } from "./examine.ts";

const mediaType = "application/pdf";

export interface DisclosureDeps {
  readonly files: FileStore;
  readonly renderer: Renderer;
}

/**
 * The copy for whoever asked, kept with its hash: the same decision on the same entries is the same file. It is
 * looked through for what its recipient must not know, as it would be set. Refuses with
 * `disclosure.not-examined`, as `scanCopy` does, and as the renderer does.
 */
export async function makeDisclosure(
  { files, renderer }: DisclosureDeps,
  tenant: Tenant,
  record: DisclosureRecord,
  actor: Uuid,
): Promise<Result<StoredPrint>> {
  const { decision, disclosure, akt, matter } = record;
  if (decision === undefined) return fail(problem("disclosure.not-examined", { status: 409 }));
  const model = buildDisclosure({ ...record, decision });
  const problems = secretsIn(model, record);
  if (problems.length > 0) return fail(problems);
  const hash = createHash("sha256").update(JSON.stringify(model)).digest("hex");
  const subject = ["disclosure", disclosure.disclosure, hash].join("/");
  const kept = await files.find(tenant, subject);
  if (kept !== undefined) return ok(kept);
  const pdf = await renderer.render(model);
  if (!pdf.ok) return pdf;
  const name = `${tell("file")}-${shortId(disclosure.disclosure)}.pdf`;
  return files.put(tenant, {
    subject,
    name,
    mediaType,
    bytes: pdf.value,
    akt,
    matter,
    madeBy: actor,
  });
}
