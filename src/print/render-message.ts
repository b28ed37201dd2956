/** What goes to the typesetting process. */
export interface RenderOrder {
  readonly id: number;
  /** File in typst/. */
  readonly template: string;
  /** The model as JSON text. */
  readonly model: string;
}

/** What comes back: `ready` once at start, then `pdf` or `failed` for each order. */
export interface RenderAnswer {
  readonly id: number;
  readonly ready?: true;
  readonly pdf?: Uint8Array;
  readonly failed?: "layout" | "export";
  /** Memory of the process after the order, in bytes. */
  readonly rss: number;
}
