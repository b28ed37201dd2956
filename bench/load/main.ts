// The process of the clients, apart from everything that is measured. It gets plans and gives reports.
import { parsePlan } from "../messages.ts";
import { runPlan } from "./closed-loop.ts";

process.on("message", (message) => {
  void runPlan(parsePlan(message)).then((report) => process.send?.(report));
});
process.on("disconnect", () => process.exit());
