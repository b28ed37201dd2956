import type { Uuid } from "../kernel/ids.ts";
import { ok, type Result } from "../kernel/result.ts";
import { boardTime, loadOrganisation } from "../store/commands/organisation.ts";
import type { Store } from "../store/deps.ts";
import { findPrint, saveFile, type StoredFile } from "../store/files.ts";
import { inTenant } from "../store/in-tenant.ts";
import type { Tenant } from "../store/tenant.ts";

/** A print that is kept, and served as it was made ever after. */
export interface StoredPrint {
  readonly file: Uuid;
  readonly name: string;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
}

/** A print to keep. */
export interface PrintToStore {
  /** Which document or decision, version and recipient: one print of each, for ever. */
  readonly subject: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly madeBy: Uuid;
}

/** Where prints are kept. */
export interface FileStore {
  /** The print of a subject; undefined where none has been made. */
  find(tenant: Tenant, subject: string): Promise<StoredPrint | undefined>;
  /** Keeps a print. Where another was kept under the subject in the meantime, that one is given. */
  put(tenant: Tenant, print: PrintToStore): Promise<Result<StoredPrint>>;
}

/** Prints among the files of the store. Refuses as `saveFile` does. */
export function storedPrints(store: Store): FileStore {
  return {
    find: async (tenant, subject) => {
      const file = await inTenant(store.pools.app, tenant, (tx) => findPrint(tx, subject));
      return file === undefined ? undefined : printOf(file);
    },
    put: (tenant, print) =>
      inTenant(store.pools.app, tenant, async (tx) => {
        const { board } = await loadOrganisation(store, tx);
        const madeAt = boardTime(store, board).now;
        const saved = await saveFile(tx, {
          ...print,
          kind: "print",
          file: store.ids.next(),
          madeAt,
        });
        return saved.ok ? ok(printOf(saved.value)) : saved;
      }),
  };
}

function printOf({ file, name, sha256 }: StoredFile): StoredPrint {
  return { file, name, sha256 };
}
