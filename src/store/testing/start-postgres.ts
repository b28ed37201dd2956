// Starts PostgreSQL on the folder given as argument, writes the answer as one line of JSON and keeps it until
// standard input closes. The launcher's tests run it as another user, and kill it.
import { startPostgres } from "../postgres/launcher.ts";

const [dataDir = ""] = process.argv.slice(2);
const started = await startPostgres({ dataDir });
process.stdout.write(`${JSON.stringify(started)}\n`);
process.stdin.resume();
process.stdin.once("end", () => {
  if (started.ok) void started.value.stop();
});
if (!started.ok) process.stdin.destroy();
