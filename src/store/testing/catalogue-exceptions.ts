import type { CatalogueExceptions } from "./catalogue.ts";

/**
 * The tables and keys that do not carry the board, each with its reason. Keep it short: an entry here is a table
 * that can't be split by board or a query that row-level security does not guard.
 */
export const CATALOGUE_EXCEPTIONS: CatalogueExceptions = {
  withoutTenant: {
    "public.installed_pack":
      "Released specification packs by digest: the same bytes for every board, a reference table when the database is cut up.",
    "public.schema_migration": "Which migrations the database has; nothing of any board.",
  },
  withoutRowSecurity: {},
  withoutLeadingTenant: {},
};
