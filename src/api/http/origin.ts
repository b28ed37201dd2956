/**
 * Whether a request that changes something comes from our own page. A browser tells where a POST comes
 * from; a request that does not say is refused, so that no other page can use somebody's session.
 */
export function isOwnOrigin(
  headers: {
    readonly origin?: string | undefined;
    readonly "sec-fetch-site"?: string | string[] | undefined;
  },
  own: { readonly protocol: string; readonly host: string },
  publicUrl: string | undefined,
): boolean {
  if (headers.origin !== undefined) {
    return headers.origin === `${own.protocol}://${own.host}` || headers.origin === publicUrl;
  }
  return headers["sec-fetch-site"] === "same-origin";
}
