import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { NoPasskeyError } from "./passkeys-work.ts";
import type { PasskeyAnswer, PasskeyMade } from "../../src/contract/session/passkey-shapes.ts";

/** Asks the browser for an answer by a passkey. Throws `NoPasskeyError`. */
export async function answerPasskey(
  options: Readonly<Record<string, unknown>>,
): Promise<PasskeyAnswer> {
  const { id, rawId, response } = await asked(() =>
    // The server made them by the standard; the browser itself reads them.
    startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId,
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON,
      authenticatorData,
      signature,
      ...(userHandle === undefined ? {} : { userHandle }),
    },
  };
}

/** Asks the browser to make a passkey. Throws `NoPasskeyError`. */
export async function makePasskey(
  options: Readonly<Record<string, unknown>>,
): Promise<PasskeyMade> {
  const { id, rawId, response } = await asked(() =>
    startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }),
  );
  const { clientDataJSON, attestationObject, transports } = response;
  const known = (transports ?? []).filter((each) => WAYS.has(each));
  return {
    id,
    rawId,
    type: "public-key",
    clientExtensionResults: {},
    // Only ways the contract knows are told.
    response: { clientDataJSON, attestationObject, transports: known as Ways },
  };
}

type Ways = NonNullable<PasskeyMade["response"]["transports"]>;
const WAYS: ReadonlySet<string> = new Set([
  "ble",
  "cable",
  "hybrid",
  "internal",
  "nfc",
  "smart-card",
  "usb",
]);

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new NoPasskeyError();
  }
}
