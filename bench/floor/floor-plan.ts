import type { Connection } from "../../src/store/postgres/connection.ts";

/** The rows of one table that one transaction writes. */
export interface WrittenRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

/** All rows of one transaction. */
export interface RowsOfOne {
  readonly tables: readonly WrittenRows[];
  /** Values among them that each transaction replaces by its own. */
  readonly ids: readonly (string | number)[];
}

/** Bare transactions to make: each inserts a document and one row of a log, or given rows, and nothing else. */
export interface FloorPlan {
  readonly connection: Connection;
  readonly connections: number;
  /** The documents; each transaction takes the next one, over and over. */
  readonly bodies: readonly string[];
  /** Written instead of the documents, where there are any. */
  readonly rows?: readonly RowsOfOne[];
  readonly warmUp: number;
  readonly count: number;
}

export interface FloorReport {
  readonly seconds: number;
  /** Milliseconds of each transaction. */
  readonly times: readonly number[];
}

/** The two tables: the columns of an event and of the access log, with their keys and nothing more. */
export const FLOOR_SCHEMA = `
  create schema if not exists floor;
  create table if not exists floor.document (
    tenant int not null, stream uuid not null, seq int not null, type text not null,
    recorded_at timestamptz not null, body text not null, primary key (tenant, stream, seq));
  create table if not exists floor.log (
    tenant int not null, no bigint generated always as identity, at timestamptz not null,
    staff uuid not null, action text not null, stream uuid not null, primary key (tenant, no));
  truncate floor.document, floor.log;`;
