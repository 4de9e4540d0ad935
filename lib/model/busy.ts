import * as z from "zod/mini";

/** What a person is in the middle of, as far as a page can tell: D24 of docs/spec/decisions.md. */
export const Busy = z.enum([
  "hidden",
  "dragging",
  "typing",
  "dialog",
  "video",
  "error",
  "navigated",
]);
export type Busy = z.infer<typeof Busy>;
