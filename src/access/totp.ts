import { Secret, TOTP } from "otpauth";
import { millisOf, type Instant } from "../kernel/instant.ts";

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, half a minute. */
const KIND = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Bytes of a secret, as RFC 4226 wants them. */
export const TOTP_SECRET_BYTES = 20;
/** A clock may be one step off, or the last digit was typed late. */
const TOLERANCE = 1;
const MS = 1000;

/** A secret as a telephone takes it in: as an address for the picture, and as letters to type. */
export interface TotpToShow {
  readonly uri: string;
  readonly letters: string;
}

/** How the secret of somebody is shown, once. The name is the user name; the address holds nothing else of the person. */
export function showTotp(secret: Uint8Array, issuer: string, username: string): TotpToShow {
  const totp = new TOTP({ ...KIND, issuer, label: username, secret: secretOf(secret) });
  return { uri: totp.toString(), letters: totp.secret.base32 };
}

/** The step of time that a code belongs to, near now; undefined for a code that is wrong now. */
export function stepOfCode(secret: Uint8Array, code: string, now: Instant): number | undefined {
  const token = code.replace(/\s/gu, "");
  if (!/^\d{6}$/u.test(token)) return undefined;
  const timestamp = millisOf(now);
  const delta = TOTP.validate({
    ...KIND,
    token,
    secret: secretOf(secret),
    timestamp,
    window: TOLERANCE,
  });
  return delta === null ? undefined : Math.floor(timestamp / MS / KIND.period) + delta;
}

/** The code of a moment, as the telephone shows it. */
export function codeAt(secret: Uint8Array, now: Instant): string {
  return TOTP.generate({ ...KIND, secret: secretOf(secret), timestamp: millisOf(now) });
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
