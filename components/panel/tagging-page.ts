import type { TagOrder } from "../../lib/model/tagging.ts";

/** A frame of the page beside the panel, to which orders go. */
export interface TagFrame {
  frame: number;
  tell(order: TagOrder): void;
}

/** The page beside the panel, as far as an author may tag in it. Rejects when it cannot be asked. */
export interface PageTagger {
  /** What frames say comes to `onNews`, null when one is gone. Ends with the signal. */
  open(
    tab: number,
    name: string,
    onNews: (frame: number, news: unknown) => void,
    signal: AbortSignal,
  ): Promise<TagFrame[]>;
}
