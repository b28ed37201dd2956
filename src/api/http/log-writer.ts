/** Lines are held back at most this long: a write for each would stop the whole server as often. */
const HELD_BACK_MS = 50;

/** Where the lines of the log go. */
export interface LogWriter {
  say(line: string): void;
  /** Writes what is held back, at once: for the end of the program. */
  flush(): void;
}

/** Gathers the lines of a moment into one piece of text; `write` takes it without waiting. */
export function makeLogWriter(write: (text: string) => void): LogWriter {
  let held: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (held.length === 0) return;
    const text = `${held.join("\n")}\n`;
    held = [];
    write(text);
  }
  return {
    say: (line) => {
      held.push(line);
      timer ??= setTimeout(flush, HELD_BACK_MS).unref();
    },
    flush,
  };
}
