// The program while one works on it: the server starts again when a source changes, the page is served by Vite
// with the API forwarded to the server. Ends when either ends, or with Ctrl-C.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

const port = process.env["PORT"] ?? "3000";
const env = { ...process.env, PORT: port, MITTPUNKT_API: `http://127.0.0.1:${port}` };

function start(file: string, args: readonly string[]): ChildProcess {
  return spawn(file, args, { env, stdio: "inherit" });
}

const children = [
  start(process.execPath, ["--watch", "--watch-preserve-output", "src/main.ts"]),
  start("vite", []),
];
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => children.forEach((child) => child.kill(signal)));
}
await Promise.race(children.map((child) => once(child, "exit")));
for (const child of children) child.kill("SIGTERM");
