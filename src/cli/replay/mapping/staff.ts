import type { Role } from "../../../domain/command.ts";

/** The part of a role before the comma says what somebody is; the rest says where. */
const roles: Readonly<Record<string, Role>> = {
  socialsekreterare: "caseworker",
  barnsekreterare: "caseworker",
  familjehemssekreterare: "caseworker",
  enhetschef: "unit-manager",
  behandlare: "provider",
  assistent: "assistant",
  dataskyddsombud: "assistant",
  utskott: "committee",
  nämnd: "board",
  "ordförande i socialnämnden": "chair",
};

/** The role in the program of a role in a case; undefined for one that is not known. */
export function staffRole(words: string): Role | undefined {
  const [first = ""] = words.split(",");
  return roles[first.trim()];
}
