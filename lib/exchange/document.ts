import type { Span } from "./span.ts";

/**
 * A guide as a document for people, in one language: what PDF, HTML and Markdown are made of. Plain data, so that it
 * can be sent to a worker.
 */
export interface GuideDocument {
  /** BCP 47, of what the author wrote. */
  lang: string;
  title: string;
  category?: string;
  /** Such as "12 steps · Saved on 22 November 2026". */
  facts: string;
  sections: Section[];
  labels: {
    /** Of these labels and of `facts`. */
    lang: string;
    contents: string;
  };
}

/** A step. */
export interface Section {
  /** From 1. */
  number: number;
  /** Such as "Step 3". */
  label: string;
  title: string;
  /** Where it differs from the document's. */
  lang?: string;
  /** The page where it is done, where that is another one than before. */
  page?: { said: string; address: string; href?: string };
  blocks: DocumentBlock[];
  /** Where it leads if not to the next, what is answered, what its buttons do; in the language of the labels. */
  notes: Span[][];
}

export type DocumentBlock =
  | { type: "paragraph" | "heading"; spans: Span[] }
  | { type: "list"; ordered: boolean; items: Span[][] }
  /** `alt` is empty if the picture is for decoration only. */
  | { type: "picture"; asset: string; alt: string };

/** A picture's bytes, and what a document has to know of it. */
export interface Picture {
  type: "image/png" | "image/jpeg" | "image/webp" | "image/gif";
  /** In pixels. */
  width: number;
  height: number;
  content: Uint8Array<ArrayBuffer>;
}

/** Names of the pictures of a document, in the order in which they come, each once. */
export function picturesOf({ sections }: GuideDocument): string[] {
  const names = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === "picture" ? [block.asset] : [])),
  );
  return [...new Set(names)];
}
