import { roleText } from "../../text/clock.ts";
import { useText } from "../../text/text.ts";

/** The word for a role; its id for one that has none. */
export function useRoleWords(): (role: string) => string {
  const words =
    useText<Readonly<Record<string, { readonly sv: string; readonly en: string }>>>(roleText);
  return (role) => words(role);
}
