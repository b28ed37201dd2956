import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";
import type { IntakeRequest } from "./commands/intake-request.ts";
import type { Store } from "./deps.ts";
import type { Tx } from "./in-tenant.ts";
import { textHash } from "./log/envelope.ts";
import { statement } from "./statement.ts";

const INSERT = statement(
  "sealed_original_insert",
  `insert into sealed_original (tenant, original, command_id, received_at, sha256, content)
   values ($1, $2, $3, $4, $5, $6)`,
);

/**
 * Seals a report about several children as it came. The role of case handling adds such rows and can
 * read none of them, so no akt ever shows another child's part.
 */
export function sealOriginal(store: Store, tx: Tx, request: IntakeRequest, at: Instant): void {
  const content = canonicalJson({
    data: request.data,
    children: request.children.map(({ person, report }) => ({ person, report })),
  });
  tx.write(INSERT, [
    tx.tenant,
    store.ids.next(),
    request.commandId,
    at,
    textHash(content),
    content,
  ]);
}
