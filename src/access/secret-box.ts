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

/** A box with a key of 32 bytes; nonces are drawn from `random`. Throws for a key of another length. */
export function makeSecretBox(key: Uint8Array, random: (length: number) => Uint8Array): SecretBox {
  if (key.length !== BOX_KEY_BYTES) throw new RangeError("A key has 32 bytes");
  return {
    seal: (secret, about) => {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      cipher.setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open: (sealed, about) => {
      try {
        const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
        decipher.setAAD(Buffer.from(about));
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
