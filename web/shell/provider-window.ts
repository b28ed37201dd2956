/** Told when somebody has shown at the provider, in a window of its own, who it is. */
const channel = "shown at the provider";

/** What a window beside an open page was for. */
export type ShownFor = "again" | "confirm";

/** Tells the page that waits for it. */
export function tellShown(what: ShownFor): void {
  const pages = new BroadcastChannel(channel);
  pages.postMessage(what);
  pages.close();
}

/** Listens until it is told; gives what stops listening. */
export function whenShown(what: ShownFor, then: () => void): () => void {
  const pages = new BroadcastChannel(channel);
  pages.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === what) then();
  };
  return () => pages.close();
}

/**
 * Opens a window for the provider, at once, as browsers let it only in answer to a click; it goes on when the address
 * is known. The open page stays with what is typed in it. Throws what `address` throws.
 */
export async function openProviderWindow(address: () => Promise<string>): Promise<void> {
  const opened = window.open("", "_blank", "popup,width=520,height=720");
  try {
    const url = await address();
    if (opened === null) throw new NoWindowError();
    opened.location.replace(url);
  } catch (error) {
    opened?.close();
    throw error;
  }
}

/** The browser let no window open. */
export class NoWindowError extends Error {}
