/** What goes to the typesetting process. */
export interface RenderOrder {
  readonly id: number;
  /** File in typst/. */
  readonly template: string;
  /** The models as JSON text. */
  readonly model: string;
  /** Pictures and pages that the models show, by their names there. */
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Whether the file must be one for the archive; pages of a PDF cannot stand in such a one. */
  readonly archive: boolean;
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
