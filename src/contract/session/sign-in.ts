import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

/** Who is signed in, and the board the session works in. `today` is simulated on a synthetic board that says so. */
export const me = z.object({
  staff: uuid,
  name: z.string(),
  role: z.string(),
  opened: z.boolean().describe("a matter has been opened by name for this user"),
  also: z.array(z.string()).describe("more roles that are in force today"),
  qualified: z.boolean(),
  unit: z.object({ id: uuid, name: z.string() }).nullable(),
  board: z.object({
    name: z.string(),
    synthetic: z.boolean(),
    simulatedToday: plainDate.nullable(),
  }),
  today: plainDate,
  actions: z
    .array(z.string())
    .describe("what this user may do at all; each answer is still checked"),
  specDigest: z.string(),
  signIn: z.object({
    /** Signed in only to choose a second factor, which the board demands of the role. */
    limited: z.boolean(),
    /** What has happened to the account since its owner looked. */
    unseen: z.int(),
    /** The last day of the account, when it is near; else null. */
    endsOn: plainDate.nullable(),
  }),
});

/** The password was right, and something more is asked for. */
export const nextStep = z.object({
  /** What goes with the next answer; worth nothing after ten minutes or too many tries. */
  step: z.string(),
  /** What can be shown now, at least one. */
  factors: z.array(z.enum(["totp", "passkey", "recovery"])),
});

/** Signed in, or one step on the way. */
export const signedIn = z.union([me, nextStep]);

/** Signs in with a local account; sets the session cookie. */
export const signIn = route({
  id: "session.sign-in",
  method: "POST",
  path: "/api/v1/session/sign-in",
  params: empty,
  query: empty,
  body: z.object({ username: z.string().min(1).max(200), password: z.string().min(1).max(500) }),
  answer: signedIn,
  action: "public",
  purpose: "sign-in",
  problems: ["session.wrong-credentials", "session.too-many-tries"],
});
