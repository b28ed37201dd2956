import type { ActionId } from "../contract/route.ts";

const MINUTE = 60_000;

/**
 * What asks that the person has shown who it is within so many minutes, by password or second factor: what cannot be
 * undone, gives power away, or takes much out at once. By action and, where an action does less too, by route.
 */
export const stepUpMinutes: {
  readonly actions: Readonly<Partial<Record<ActionId, number>>>;
  readonly routes: Readonly<Record<string, number>>;
} = {
  actions: {
    "followup.extract": 30,
    "akt.read-sealed": 15,
  },
  routes: {
    "session.begin-totp": 15,
    "session.remove-totp": 15,
    "session.make-recovery": 15,
    "session.begin-passkey": 15,
    "session.remove-passkey": 15,
    "accounts.add-staff": 15,
    "accounts.change-staff": 15,
    "accounts.grant-role": 15,
    "accounts.end-role": 15,
    "accounts.make-unit": 15,
    "accounts.rename-unit": 15,
    "accounts.make-account": 15,
    "accounts.invite": 15,
    "accounts.set-open": 15,
    "accounts.set-end": 15,
    "accounts.set-subject": 15,
    "accounts.remove-factors": 15,
    "accounts.set-sign-in": 15,
    "glass.open-glass": 30,
    "disclosure.make-copy": 15,
    "retention.lift-hold": 15,
    "retention.set-municipality": 15,
    "retention.propose-run": 15,
    "retention.approve-run": 15,
  },
};

/** How long ago at most, in milliseconds, somebody must have shown who it is; undefined where nothing is asked. */
export function stepUpMs(route: {
  readonly id: string;
  readonly action: ActionId;
}): number | undefined {
  const minutes = stepUpMinutes.routes[route.id] ?? stepUpMinutes.actions[route.action];
  return minutes === undefined ? undefined : minutes * MINUTE;
}
