/** The number of a matter, never broken at its hyphen. */
export function MatterNumber({ number }: { readonly number: string | null }) {
  return <span className="retention-number">{number ?? "–"}</span>;
}
