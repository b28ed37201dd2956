import type { Uuid } from "../kernel/ids.ts";
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

/** Where prints are kept: the store's files. */
export interface FileStore {
  /** The print of a subject; undefined where none has been made. */
  find(tenant: Tenant, subject: string): Promise<StoredPrint | undefined>;
  /** Keeps a print. Where another was kept under the subject in the meantime, that one is given. */
  put(tenant: Tenant, print: PrintToStore): Promise<StoredPrint>;
}
