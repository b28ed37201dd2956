import type { Sealed } from "./seal.ts";

/** A sealed copy as the browser keeps it: nothing in it tells what, about whom or in which document. */
export interface KeptCopy extends Sealed {
  /** The writer it came from: one open form in one tab. */
  readonly key: string;
  /** The member of staff whose it is. */
  readonly owner: string;
  /** When it was kept, in milliseconds of the server's clock. */
  readonly at: number;
  /** The copies its writer has taken over: it is later than those, whatever the clocks said. */
  readonly after?: readonly string[];
}

/** Where sealed copies lie. */
export interface CopyBox {
  readonly put: (copy: KeptCopy) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  readonly all: () => Promise<readonly KeptCopy[]>;
  readonly clear: () => Promise<void>;
}

const DATABASE = "mittpunkt";
const STORE = "unsaved";

/** The box of this browser, in its own database. Each call rejects where the browser keeps nothing. */
export function browserBox(): CopyBox {
  let opening: Promise<IDBDatabase> | undefined;
  async function within<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => T,
  ): Promise<T> {
    opening ??= openDatabase();
    const database = await opening.catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const result = work(transaction.objectStore(STORE));
    await finished(transaction);
    return result;
  }
  return {
    put: async (copy) => void (await within("readwrite", (store) => store.put(copy))),
    remove: (keys) =>
      within("readwrite", (store) => {
        for (const key of keys) store.delete(key);
      }),
    all: async () => parseCopies((await within("readonly", (store) => store.getAll())).result),
    clear: async () => void (await within("readwrite", (store) => store.clear())),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(transaction.error ?? new Error("the browser could not keep it"));
    transaction.oncomplete = () => resolve();
    transaction.onabort = failed;
    transaction.onerror = failed;
  });
}

/** Only this program writes there; what it can't have written is left out. */
function parseCopies(kept: readonly unknown[]): readonly KeptCopy[] {
  return kept.filter((each): each is KeptCopy => {
    const copy = each as Partial<KeptCopy> | null;
    return typeof copy?.key === "string" && copy.bytes instanceof ArrayBuffer;
  });
}
