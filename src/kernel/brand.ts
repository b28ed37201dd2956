declare const brandKey: unique symbol;

/**
 * A `T` that has passed one parser. Only the module that owns the brand makes such values,
 * so a plain string can never be handed over where a checked one is asked for.
 */
export type Brand<T, B extends string> = T & { readonly [brandKey]: B };
