/** Whether somebody has a day of clocks: who only reads what was opened by name has none. */
export function hasDay(actions: readonly string[]): boolean {
  return actions.includes("akt.read") && actions.includes("akt.write");
}
