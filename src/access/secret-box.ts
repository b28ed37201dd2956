import { createCipheriv, createDecipheriv } from "node:crypto";

const CIPHER = "aes-256-gcm";
/** Bytes of a key. */
export const BOX_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals small secrets for the database. `about` says whose it is: moved to another row it does not open. */
export interface SecretBox {
  seal(secret: Uint8Array, about: string): Buffer;
  /** Undefined for what was sealed with another key, for somebody else, or changed. */
  open(sealed: Uint8Array, about: string): Buffer | undefined;
}

/**
 * A box with keys of 32 bytes: it seals with the first, and opens what was sealed with any of them, while a key is
 * turned. Nonces are drawn from `random`. Throws for a key of another length, and without one.
 */
export function makeSecretBox(
  keys: readonly Uint8Array[],
  random: (length: number) => Uint8Array,
): SecretBox {
  const [first] = keys;
  if (first === undefined) throw new RangeError("A box has a key");
  if (keys.some(({ length }) => length !== BOX_KEY_BYTES)) {
    throw new RangeError("A key has 32 bytes");
  }
  return {
    seal: (secret, about) => {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, first, nonce);
      cipher.setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open: (sealed, about) => {
      for (const key of keys) {
        const opened = openWith(key, sealed, about);
        if (opened !== undefined) return opened;
      }
      return undefined;
    },
  };
}

function openWith(key: Uint8Array, sealed: Uint8Array, about: string): Buffer | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined;
  }
}
