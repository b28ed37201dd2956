import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process that answers one message with one message. */
export interface WorkerProcess<Asked extends object, Given> {
  ask(message: Asked): Promise<Given>;
  stop(): Promise<void>;
}

/** Starts `file` (beside the benches) as a process of its own. Throws when it ends before it has answered. */
export function startWorker<Asked extends object, Given>(
  file: string,
  parse: (message: unknown) => Given,
): WorkerProcess<Asked, Given> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() => undefined);
  return {
    ask: async (message) => {
      const answer = once(child, "message");
      child.send(message);
      const given = await Promise.race([answer, ended]);
      if (given === undefined) throw new Error(`${file} ended without an answer`);
      return parse(given[0]);
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
