import type { ExpressionEnv, ExprType } from "./types.ts";

/** How a field is read in SQL. */
export interface SqlFieldMapping {
  /** A column or an expression without side effects, of the SQL type that fits `type`. */
  readonly sql: string;
  readonly type: ExprType;
  /**
   * Whether the column may hold a missing code; true for code and set unless said otherwise. With
   * false the column is compared as it stands, so an index on it can be used.
   */
  readonly holdsMissingCodes?: boolean;
}

/** How a schema is read in SQL: one expression a field, one subquery a list. */
export interface SqlMapping {
  readonly fields: Readonly<Record<string, SqlFieldMapping>>;
  readonly lists?: Readonly<Record<string, SqlListMapping>>;
}

/** `from` and `where` as in `SELECT … FROM from WHERE where`, tied to the row outside. */
export interface SqlListMapping extends SqlMapping {
  readonly from: string;
  readonly where?: string;
}

export interface SqlEnv extends ExpressionEnv {
  /** Number of the first parameter, 1 unless the text goes into a longer query. */
  readonly firstParameter?: number;
}

export type SqlValue = boolean | number | string | readonly string[] | readonly number[];

/** Text for PostgreSQL 15 to 18 and the values of its parameters, in order. */
export interface SqlExpression {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** The parameters of one text. The same value of the same type is one parameter. */
export interface SqlParameters {
  readonly values: readonly SqlValue[];
  /** The placeholder of a value, for example `$3::date`. */
  add(value: SqlValue, sqlType: string): string;
  /** A name for a subquery, used once in the text. */
  alias(): string;
}

export function sqlParameters(first: number): SqlParameters {
  const values: SqlValue[] = [];
  const known = new Map<string, string>();
  let aliases = 0;
  return {
    values,
    add(value, sqlType) {
      const key = `${sqlType} ${JSON.stringify(value)}`;
      const placeholder = known.get(key) ?? `$${first + values.length}::${sqlType}`;
      if (!known.has(key)) {
        known.set(key, placeholder);
        values.push(value);
      }
      return placeholder;
    },
    alias() {
      aliases += 1;
      return `x${first}_${aliases}`;
    },
  };
}
