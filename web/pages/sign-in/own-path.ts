/**
 * Whether an address that was asked for before signing in is a page of this program: a path, and nothing that a browser
 * would take for another host.
 */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\t\n\r]*$/u.test(path);
}
