/** The cookie of the session: `<board number>.<token>`. The token is a secret; the number is not. */
export interface SessionCookie {
  readonly tenant: number;
  readonly token: string;
}

/** Browsers take a `__Host-` cookie over https and from the machine itself; elsewhere over http it is refused. */
export const SECURE_COOKIE = "__Host-mittpunkt";
export const PLAIN_COOKIE = "mittpunkt";

/** What says that somebody has signed in with a browser before; it stays when the session is over. */
export const SECURE_KNOWN = "__Host-mittpunkt-known";
export const PLAIN_KNOWN = "mittpunkt-known";

/** What binds an answer of the identity provider to the browser that asked; gone after some minutes. */
export const SECURE_PROVIDER = "__Host-mittpunkt-provider";
export const PLAIN_PROVIDER = "mittpunkt-provider";
const PROVIDER_SECONDS = 600;
const KNOWN_SECONDS = 180 * 86_400;

const SHAPE = /^([1-9]\d{0,8})\.([A-Za-z0-9_-]{43})$/u;

/** Reads the value of the cookie; undefined for anything that we did not write. */
export function parseSessionCookie(text: string | undefined): SessionCookie | undefined {
  const match = SHAPE.exec(text ?? "");
  const token = match?.[2];
  return token === undefined ? undefined : { tenant: Number(match?.[1]), token };
}

/** The value of the cookie. */
export function formatSessionCookie(cookie: SessionCookie): string {
  return `${cookie.tenant}.${cookie.token}`;
}

/** Name and options of the cookie for a request that came by `protocol` to `hostname`. */
export function cookieOptions(protocol: string, hostname: string) {
  const secure = protocol === "https" || isOwnMachine(hostname);
  return {
    name: secure ? SECURE_COOKIE : PLAIN_COOKIE,
    options: { path: "/", httpOnly: true, sameSite: "strict" as const, secure },
  };
}

/** Name and options of the cookie of a known browser. */
export function knownCookieOptions(protocol: string, hostname: string) {
  const { options } = cookieOptions(protocol, hostname);
  const name = options.secure ? SECURE_KNOWN : PLAIN_KNOWN;
  return { name, options: { ...options, maxAge: KNOWN_SECONDS } };
}

/**
 * Name and options of the cookie of somebody who is at the provider. It is strict as the others are: what comes back
 * from there is sent on by our own page.
 */
export function providerCookieOptions(protocol: string, hostname: string) {
  const { options } = cookieOptions(protocol, hostname);
  const name = options.secure ? SECURE_PROVIDER : PLAIN_PROVIDER;
  return { name, options: { ...options, maxAge: PROVIDER_SECONDS } };
}

export function isOwnMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}
