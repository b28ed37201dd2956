import type { BrowserContext, ConsoleMessage } from "playwright-core";

/** What went wrong on the pages of a browser while nobody looked. */
export interface Watch {
  /** Errors in the console, uncaught errors, and breaches of the content policy. */
  readonly faults: readonly string[];
  /** Every title and address the pages have had. */
  readonly places: ReadonlySet<string>;
}

/** Watches every page of a browser context. */
export async function watch(context: BrowserContext): Promise<Watch> {
  const faults: string[] = [];
  const places = new Set<string>();
  await context.exposeBinding("mpWatchPlace", (_source, place: string) => void places.add(place));
  await context.exposeBinding("mpWatchFault", (_source, fault: string) => void faults.push(fault));
  await context.addInitScript(tellPlaces);
  context.on("console", (message) => {
    if (isFault(message)) faults.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${String(error.error())}`));
  return { faults, places };
}

/**
 * A refusal is an answer: the browser writes its own line about it, and so it does when a test has stopped
 * the program.
 */
function isFault(message: ConsoleMessage): boolean {
  if (message.type() !== "error" && message.type() !== "warning") return false;
  const isAnswer = message.location().url.includes("/api/v1/");
  return !(isAnswer && message.text().startsWith("Failed to load resource"));
}

/** Runs in the page. */
function tellPlaces(): void {
  const tell = (what: "mpWatchPlace" | "mpWatchFault", words: string): void => {
    const listener: unknown = Reflect.get(window, what);
    if (typeof listener === "function") Reflect.apply(listener, window, [words]);
  };
  document.addEventListener("securitypolicyviolation", (event) => {
    tell("mpWatchFault", `content policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
  document.addEventListener("DOMContentLoaded", () => {
    const look = (): void => {
      tell("mpWatchPlace", document.title);
      tell("mpWatchPlace", location.href);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    look();
  });
}
