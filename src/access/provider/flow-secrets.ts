import { createHmac } from "node:crypto";

/** What goes with one visit to the provider. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636): 43 letters. */
  readonly verifier: string;
}

/**
 * What a visit is bound with, made from the token in the browser's cookie. The database has a hash of the token and
 * none of these: whoever reads it can finish nobody's sign-in.
 */
export function flowSecrets(token: string): FlowSecrets {
  const made = (name: string): string =>
    createHmac("sha256", token).update(`mittpunkt provider ${name}`).digest("base64url");
  return { state: made("state"), nonce: made("nonce"), verifier: made("verifier") };
}
