import type { PasskeyAnswer, PasskeyMade } from "../contract/session/passkey-shapes.ts";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import type { Passkey } from "./passkey-rows.ts";

/** The page as browsers know it: a passkey made for one opens no other. */
export interface RelyingPage {
  /** Scheme, host and port. */
  readonly origin: string;
}

export interface KeyOwner {
  readonly tenant: number;
  readonly account: Uuid;
}

/** Read in when the first passkey is met: most of it is certificates that are never asked for. */
const library = () => import("@simplewebauthn/server");

/** What the browser is told to make a passkey by: one that it finds without a user name, and asks the person for. */
export async function passkeyToMake(
  page: RelyingPage,
  owner: KeyOwner & { readonly username: string },
  known: readonly Passkey[],
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: "Mittpunkt",
    rpID: hostOf(page),
    userName: owner.username,
    userID: new TextEncoder().encode(handleOf(owner)),
    attestationType: "none",
    excludeCredentials: known.map(idOf),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What the browser is told to answer with a passkey; without `known` the person chooses among those for the page. */
export async function passkeyToAnswer(page: RelyingPage, known: readonly Passkey[] = []) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: hostOf(page),
    userVerification: "required",
    ...(known.length === 0 ? {} : { allowCredentials: known.map(idOf) }),
  });
}

/** The passkey a browser has made for this challenge and page; undefined for anything else. */
export async function readMadePasskey(
  page: RelyingPage,
  challenge: string,
  answer: PasskeyMade,
): Promise<Omit<Passkey, "account"> | undefined> {
  const { transports: ways, ...rest } = answer.response;
  const told = ways === undefined ? rest : { ...rest, transports: ways };
  const { verifyRegistrationResponse } = await library();
  try {
    const checked = await verifyRegistrationResponse({
      response: { ...answer, response: told },
      expectedChallenge: challenge,
      expectedOrigin: page.origin,
      expectedRPID: hostOf(page),
      requireUserVerification: true,
    });
    if (!checked.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
    return { credential: id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return undefined;
  }
}

/**
 * The counter of a right answer to this challenge by this passkey, with the person verified; undefined for a wrong
 * one. Whether the counter went on is for the caller to see: a wrong answer says nothing about copies.
 */
export async function readPasskeyAnswer(
  page: RelyingPage,
  challenge: string,
  answer: PasskeyAnswer,
  key: Passkey,
): Promise<number | undefined> {
  const { userHandle, ...rest } = answer.response;
  const told = userHandle === undefined ? rest : { ...rest, userHandle };
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: told },
      expectedChallenge: challenge,
      expectedOrigin: page.origin,
      expectedRPID: hostOf(page),
      credential: { id: key.credential, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

/** Whose passkey answered, as it was told when the passkey was made; undefined for what we never told. */
export function ownerOfHandle(handle: string | undefined): KeyOwner | undefined {
  const told = Buffer.from(handle ?? "", "base64url").toString("utf8");
  const match = /^([1-9]\d{0,8})\.(.{36})$/u.exec(told);
  const account = parseUuid(match?.[2] ?? "");
  return account === undefined ? undefined : { tenant: Number(match?.[1]), account };
}

function handleOf({ tenant, account }: KeyOwner): string {
  return `${tenant}.${account}`;
}

function hostOf({ origin }: RelyingPage): string {
  return new URL(origin).hostname;
}

function idOf({ credential, transports }: Passkey) {
  return { id: credential, transports: [...transports] };
}
