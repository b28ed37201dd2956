import type { ClientBase } from "pg";

import { errorCode } from "../store/postgres/connection.ts";
import { copyIn, type CopyIn } from "./copy-protocol.ts";
import { backupProblem, BackupRefused } from "./problems.ts";
import { copyInSql, type Table } from "./tables.ts";

/** Puts rows into tables as they come, one `copy` a table and board. */
export interface TableFiller {
  /** Problem, thrown: `backup.refused-rows`. */
  rows(tenant: number | null, table: string, piece: Buffer): Promise<void>;
  /** After the last row. */
  end(): Promise<void>;
  /** Leaves what is under way; the transaction is lost then. */
  abandon(): Promise<void>;
}

/** A filler on a connection that may write every table. */
export function tableFiller(client: ClientBase, tables: readonly Table[]): TableFiller {
  let open: { readonly name: string; readonly copy: CopyIn } | undefined;
  async function close(): Promise<void> {
    const ending = open;
    open = undefined;
    if (ending !== undefined) await refusing(ending.name, ending.copy.end());
  }
  return {
    rows: async (tenant, name, piece) => {
      const place = `${tenant === null ? "shared" : `board-${tenant}`}/${name}`;
      if (open?.name !== place) {
        await close();
        const table = tables.find((each) => each.name === name);
        if (table === undefined) throw new BackupRefused(backupProblem.otherSchema(name));
        open = { name: place, copy: await refusing(place, copyIn(client, copyInSql(table))) };
      }
      await refusing(place, open.copy.write(piece));
    },
    end: close,
    abandon: async () => {
      await open?.copy.abandon();
      open = undefined;
    },
  };
}

/** What the server refuses is told by its code: its words may repeat the row. */
async function refusing<T>(place: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new BackupRefused(backupProblem.refusedRows(place, errorCode(error) ?? "?"));
  }
}
