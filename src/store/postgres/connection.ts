import { Client } from "pg";

/** Where a database is and as whom to speak to it; `pg` takes it as it is. */
export interface Connection {
  /** A host name, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
  readonly ssl?: { readonly rejectUnauthorized: boolean; readonly ca?: string };
}

/**
 * Runs `work` on a connection of its own and closes it. Errors of the work and of the connection are
 * thrown as they are.
 */
export async function withClient<T>(
  connection: Connection,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5000 });
  // Without a listener an idle connection that the server closes would end the whole process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The stable code of a database or socket error ("57P03", "ENOENT"); undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** The message of anything thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
