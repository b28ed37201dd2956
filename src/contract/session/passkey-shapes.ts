import { z } from "zod";

/** Bytes as browsers write them in JSON. */
const bytes = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/);
const credential = {
  id: bytes.max(1400),
  rawId: bytes.max(1400),
  type: z.literal("public-key"),
  /** Nothing of it is asked for, and nothing kept. */
  clientExtensionResults: z.object({}),
};

/** What a browser says of a passkey it has made (WebAuthn level 3). */
export const passkeyMade = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
      .max(10)
      .optional(),
  }),
});
export type PasskeyMade = z.output<typeof passkeyMade>;

/** What a browser answers with a passkey. */
export const passkeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

/** What the browser is given: read by the browser and by nobody here. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });
