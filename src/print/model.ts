/**
 * A document ready for paper: every text resolved, everything masked, nothing left to decide but where
 * the lines break. It goes to the typesetter as one JSON text (see typst/document.typ).
 */
export interface PrintModel {
  /** Version of this shape; the template refuses others. */
  readonly format: 1;
  readonly kind: PrintKind | "letter" | "story" | "accesses" | "received" | "report" | "disclosure";
  /** Set for a child: with large text, larger still for a small one. */
  readonly look?: "child" | "small-child";
  readonly title: string;
  readonly subtitle: string;
  /** Title in the metadata of the file: names and numbers have no place there. */
  readonly documentTitle: string;
  /** Moment of signing, UTC. It dates the file, so that the same document always gives the same bytes. */
  readonly signedAt: MomentParts;
  /** Warnings that stand on every page. */
  readonly marks: readonly string[];
  readonly sender: { readonly board: string };
  /** Small facts under the title: for whom, from whom, when. */
  readonly masthead: readonly MastheadCell[];
  /** The first page, in words a parent understands. */
  readonly front: readonly FrontPart[];
  readonly body: readonly Block[];
  readonly footer: Footer;
}

export type PrintKind = "basis" | "decision" | "entry";

export interface MomentParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export interface MastheadCell {
  readonly label: string;
  readonly lines: readonly string[];
}

/** `own-words` is what somebody has said, set apart from what the board writes. */
export type Voice = "plain" | "own-words";

export interface FrontPart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly voice: Voice;
  readonly pointer?: string;
  /** A drawing of ours beside each paragraph; for a child. */
  readonly pictures?: readonly (DrawnPicture | null)[];
  /** Somebody's own picture. */
  readonly image?: PictureFile;
  /** Room for the reader's own words or drawing. */
  readonly space?: "lines" | "frame";
}

/** A drawing of `spec/pictures`, with what it shows in words for who does not see it. */
export interface DrawnPicture {
  readonly name: string;
  readonly alt: string;
}

/** A picture that is given beside the model, by its name there; `page` of a PDF. */
export interface PictureFile {
  readonly file: string;
  readonly alt: string;
  readonly page?: number;
}

/** What stands in the narrow column beside a text: what it is, and in small letters where it comes from. */
export interface BlockLabel {
  readonly strong: string;
  readonly lines: readonly string[];
}

/** `pointer` names the answer a block shows, so that a problem in a text can be led back to its field. */
export type Block = HeadingBlock | TextBlock | ListBlock | FactsBlock | PagesBlock | TableBlock;

export interface HeadingBlock {
  readonly type: "heading";
  readonly level: 2 | 3;
  readonly text: string;
}

export interface TextBlock {
  readonly type: "text";
  readonly label: BlockLabel;
  readonly paragraphs: readonly string[];
  readonly voice: Voice;
  readonly pointer?: string;
}

export interface ListBlock {
  readonly type: "list";
  readonly label: BlockLabel;
  readonly numbered: boolean;
  readonly items: readonly ListEntry[];
}

export interface ListEntry {
  readonly text: string;
  readonly details: readonly string[];
  readonly pointer?: string;
}

/** Short answers under each other. */
export interface FactsBlock {
  readonly type: "facts";
  readonly rows: readonly FactRow[];
}

/** The pages of a document that came in, one a sheet. */
export interface PagesBlock {
  readonly type: "pages";
  readonly pages: readonly PictureFile[];
}

/** Counts under each other, with what they say in words above. */
export interface TableBlock {
  readonly type: "table";
  readonly label: BlockLabel;
  readonly paragraphs: readonly string[];
  /** Over the rows: what they are of, the number, the share. */
  readonly head: readonly [string, string, string];
  readonly rows: readonly CountRow[];
  /** Small print below. */
  readonly notes: readonly string[];
}

export interface CountRow {
  readonly text: string;
  readonly count: string;
  readonly share: string;
  /** The share in per cent, drawn as a line; null where none is told. */
  readonly percent: number | null;
}

export interface FactRow {
  readonly label: BlockLabel;
  readonly paragraphs: readonly string[];
  readonly pointer?: string;
}

export interface Footer {
  /** Head of every page after the first. */
  readonly running: string;
  readonly left: readonly string[];
  readonly pageWord: string;
  readonly ofWord: string;
}
