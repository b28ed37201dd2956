import { useState } from "react";

const storageKey = "mp-plain-keys";

/** Whether keys without a modifier are commands, and the switch: kept in the browser, where nothing else is said by it. */
export function usePlainKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(stored);
  return [
    on,
    (next) => {
      store(next);
      setOn(next);
    },
  ];
}

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    // A browser may refuse storage; the choice then lasts as long as the page.
    return true;
  }
}

function store(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // As above.
  }
}
