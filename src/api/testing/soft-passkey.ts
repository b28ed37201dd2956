import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import type { PasskeyAnswer, PasskeyMade } from "../../contract/session/passkey-shapes.ts";

const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

/** A passkey in software, for tests: ES256, attestation `none`, always present and verified. */
export class SoftPasskey {
  readonly #origin: string;
  readonly #keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  readonly #id = randomBytes(32);
  #handle = "";
  /** What the next answer says that it has been used. */
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
    this.#keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  }

  make({ challenge, user }: { readonly challenge: string; readonly user: unknown }): PasskeyMade {
    this.#handle = (user as { id: string }).id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const data = Buffer.concat([
      this.#authenticatorData(PRESENT_AND_VERIFIED | WITH_KEY),
      Buffer.alloc(16),
      length,
      this.#id,
      this.#coseKey(),
    ]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text("fmt"),
      text("none"),
      text("attStmt"),
      Buffer.from([0xa0]),
      text("authData"),
      bytes(data),
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", challenge),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  answer({ challenge }: { readonly challenge: string }): PasskeyAnswer {
    this.counter += 1;
    const data = this.#authenticatorData(PRESENT_AND_VERIFIED);
    const client = this.#clientData("webauthn.get", challenge);
    const hash = createHash("sha256").update(Buffer.from(client, "base64url")).digest();
    const signed = sign("sha256", Buffer.concat([data, hash]), this.#keys.privateKey);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: client,
        authenticatorData: data.toString("base64url"),
        signature: signed.toString("base64url"),
        userHandle: this.#handle,
      },
    };
  }

  #named() {
    const id = this.#id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string): string {
    const told = { type, challenge, origin: this.#origin, crossOrigin: false };
    return Buffer.from(JSON.stringify(told)).toString("base64url");
  }

  #authenticatorData(flags: number): Buffer {
    const host = createHash("sha256").update(new URL(this.#origin).hostname).digest();
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([host, Buffer.from([flags]), counter]);
  }

  /** The public key as COSE has it: kind 2 (EC), algorithm -7 (ES256), curve 1 (P-256), x and y. */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, "base64url")),
    ]);
  }
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
}

function bytes(data: Buffer): Buffer {
  const head =
    data.length < 256 ? [0x58, data.length] : [0x59, data.length >> 8, data.length & 255];
  return Buffer.concat([Buffer.from(head), data]);
}
