/** Whether the server has ended the session under an open page: the shell then asks to sign in again. */
let signedOut = false;
const listeners = new Set<() => void>();

export const signedOutState = {
  get: (): boolean => signedOut,
  set: (value: boolean): void => {
    if (value === signedOut) return;
    signedOut = value;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
