import { DuckDBInstance } from "@duckdb/node-api";
import { parseOrder, type ParquetAnswer } from "./parquet-message.ts";

/** One file and then the end: what the database takes of memory is given back with the process. */
process.once("message", (message) => {
  void make(message).then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function make(message: unknown): Promise<ParquetAnswer> {
  const order = parseOrder(message);
  if (order === undefined) return { failed: "order" };
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      // One thread: the groups of rows are the same in every run, and the server keeps a processor.
      threads: "1",
      memory_limit: order.memory,
      temp_directory: order.folder,
      // No network and no other file but those of the order.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    await connection.run(order.sql);
    connection.closeSync();
    instance.closeSync();
    return { made: true };
  } catch {
    // What it says may repeat cells.
    return { failed: "write" };
  }
}
