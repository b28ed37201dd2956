/** Somebody closed the window of the browser, or there is no such passkey. */
export class NoPasskeyError extends Error {}

/** Whether this browser, at this address, has passkeys: an address of numbers has none. */
export function passkeysWork(): boolean {
  const known = typeof PublicKeyCredential === "function";
  return known && !/^[\d.]+$|^\[/u.test(location.hostname);
}
