import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { signedIn } from "./sign-in.ts";

/** What the provider's answer may hold, as the address of our page had it. */
const answered = z.object({
  state: z.string().min(1).max(100),
  code: z.string().min(1).max(8000).optional(),
  iss: z.string().min(1).max(500).optional(),
  error: z.string().min(1).max(200).optional(),
});
/** Where the browser goes next: an address of the provider. */
const address = z.object({ url: z.string() });
/** What may come of an answer of the provider. */
const refusals = [
  "session.step-over",
  "session.too-many-tries",
  "provider.not-set",
  "provider.unreadable",
  "provider.away",
  "provider.cancelled",
  "provider.refused",
  "provider.wrong-answer",
  "provider.no-value",
  "provider.other-person",
  "provider.unknown",
  "provider.closed",
  "provider.too-weak",
  "provider.not-now",
  "provider.signed-out",
];
const sending = [
  "session.too-many-tries",
  "provider.not-set",
  "provider.unreadable",
  "provider.away",
  "provider.wrong-answer",
  "provider.no-address",
];

/** Begins signing in at the identity provider of a board; `again` in a window of its own, beside an open page. */
export const beginProvider = route({
  id: "session.begin-provider",
  method: "POST",
  path: "/api/v1/session/begin-provider",
  params: empty,
  query: empty,
  body: z.object({
    board: z.int().min(1).max(999_999_999),
    /** Where one was heading: a path of the page. */
    after: z
      .string()
      .max(500)
      .regex(/^\/(?![/\\])[^\t\n\r]*$/u)
      .optional(),
    again: z.boolean().optional(),
  }),
  answer: address,
  action: "public",
  purpose: "sign-in",
  problems: sending,
});

/**
 * Signs in with the answer of the provider, which our page sends on from its address: the address itself changes
 * nothing, so that no link of somebody else's does.
 */
export const providerSignIn = route({
  id: "session.provider-sign-in",
  method: "POST",
  path: "/api/v1/session/provider-sign-in",
  params: empty,
  query: empty,
  body: answered,
  answer: z.object({ signedIn, after: z.string().nullable() }),
  action: "public",
  purpose: "sign-in",
  problems: refusals,
});

/** Begins showing at the provider that one is still the one who signed in. */
export const beginProviderConfirm = route({
  id: "session.begin-provider-confirm",
  method: "POST",
  path: "/api/v1/session/begin-provider-confirm",
  params: empty,
  query: empty,
  body: empty,
  answer: address,
  action: "signed-in",
  purpose: "sign-in",
  problems: sending,
});

/** Shows it with the provider's answer; sensitive acts are open again for a while. */
export const providerConfirm = route({
  id: "session.provider-confirm",
  method: "POST",
  path: "/api/v1/session/provider-confirm",
  params: empty,
  query: empty,
  body: answered,
  answer: empty,
  action: "signed-in",
  purpose: "sign-in",
  problems: refusals,
});

/**
 * The provider tells that somebody has signed out or been taken away there (OpenID Connect Back-Channel Logout 1.0):
 * the sessions that came by that sign-in are over. A refusal says nothing of why.
 */
export const providerLogout = route({
  id: "session.provider-logout",
  method: "POST",
  path: "/api/v1/session/provider-logout",
  params: empty,
  query: empty,
  takesForm: true,
  body: z.object({ logout_token: z.string().min(1).max(8000) }),
  answer: empty,
  action: "public",
  purpose: "sign-in",
  problems: ["provider.logout-refused", "session.too-many-tries"],
});
