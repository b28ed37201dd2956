import type { z } from "zod";

/** The lawful purposes a request can have; the register with their terms is `purposes.ts`. */
export type PurposeId =
  | "case-handling"
  | "reports-of-concern"
  | "follow-up"
  | "administration"
  | "access-control"
  | "sign-in";

/** What a route lets somebody do; the policy table in `access` knows the roles behind each. */
export type ActionId =
  | "public"
  | "signed-in"
  | "setup"
  | "person.search"
  | "person.read"
  | "person.write"
  | "akt.read"
  | "akt.write"
  | "akt.assess"
  | "akt.decide"
  | "akt.review"
  | "akt.lend"
  | "akt.bar"
  | "akt.appoint"
  | "assignment.read"
  | "assignment.report"
  | "akt.disclose"
  | "akt.read-sealed"
  | "log.read"
  | "glass.open"
  | "glass.review"
  | "log.review"
  | "draft.write"
  | "print.make"
  | "unit.read"
  | "unit.allocate"
  | "staffing.set"
  | "account.manage"
  | "incident.manage"
  | "retention.manage"
  | "followup.read"
  | "followup.extract"
  | "followup.release"
  | "followup.open"
  | "followup.gaps"
  | "spec.read";

/**
 * One route of the API. The server takes handler and policy from it, the page its typed client, and
 * OpenAPI is generated from it. `problems` lists the stable ids it may refuse with beside the common ones.
 */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body is a file as bytes (`application/octet-stream`) and not JSON. */
  readonly takesBytes?: true;
  /**
   * The body is a form (`application/x-www-form-urlencoded`) that another server sends: it comes from no page of ours
   * and with no session, so neither is asked for.
   */
  readonly takesForm?: true;
  readonly answer: A;
  readonly action: ActionId;
  readonly purpose: PurposeId;
  readonly problems: readonly string[];
  /** The domain command behind it, for command routes. */
  readonly command?: string;
}

/** Keeps the exact schema types of a route while checking its shape. */
export function route<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(definition: Route<P, Q, B, A>): Route<P, Q, B, A> {
  return definition;
}
