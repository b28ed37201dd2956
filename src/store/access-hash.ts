import { hash } from "node:crypto";

import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Tenant } from "./tenant.ts";

/** A row of the access log without its number, which the database gives. */
export interface AccessRow {
  readonly at: string;
  readonly staff: string;
  readonly kind: string;
  readonly action: string;
  readonly purpose: string;
  readonly akt: string | null;
  readonly matter: string | null;
  readonly persons: readonly string[];
  readonly rule: string | null;
  readonly glass: string | null;
}

/** SHA-256 of the canonical JSON of a row and its board: what the seals are made over. */
export function accessHash(tenant: Tenant, row: AccessRow): Buffer {
  const { at, staff, kind, action, purpose, akt, matter, persons, rule, glass } = row;
  const all = [tenant, at, staff, kind, action, purpose, akt, matter, [...persons], rule, glass];
  return hash("sha256", canonicalJson(all), "buffer");
}
