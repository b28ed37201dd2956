/** The JSON pointer (RFC 6901) one step further in. */
export function pointerTo(pointer: string, step: string | number): string {
  const text = String(step);
  const escaped = /[~/]/u.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
  return `${pointer}/${escaped}`;
}
