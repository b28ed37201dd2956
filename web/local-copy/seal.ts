/** Something sealed: AES-GCM with a nonce of its own. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const NONCE_BYTES = 12;
const name = "AES-GCM";

/**
 * The key for a secret of 32 bytes in base64. It can't be read out again, and lives in memory only.
 * Undefined where the browser has no cryptography: a page that is not from a safe origin.
 */
export async function importKey(secret: string): Promise<CryptoKey | undefined> {
  if (!("subtle" in crypto)) return undefined;
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, name, false, ["encrypt", "decrypt"]);
}

/** Seals a value that JSON can hold. */
export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, bytes: await crypto.subtle.encrypt({ name, iv: nonce }, key, text) };
}

/** What was sealed with the key; undefined when it was another key or a byte has changed. */
export async function unseal(key: CryptoKey, sealed: Sealed): Promise<unknown> {
  try {
    const iv = sealed.nonce;
    const bytes = await crypto.subtle.decrypt({ name, iv }, key, sealed.bytes);
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
