/** The address of each of our drawings, by its code: files of their own, never text in the page. */
const addresses = import.meta.glob<string>("../../../spec/pictures/*.svg", {
  eager: true,
  query: "?url",
  import: "default",
});

const byCode: ReadonlyMap<string, string> = new Map(
  Object.entries(addresses).map(([path, url]) => [
    path.slice(path.lastIndexOf("/") + 1, -".svg".length),
    url,
  ]),
);

/** Where a drawing is; undefined for a code without one. */
export function drawingUrl(code: string): string | undefined {
  return byCode.get(code);
}
