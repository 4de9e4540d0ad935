import type { ElementCondition } from "./selector.ts";
import type { UrlPattern } from "./url-pattern.ts";

/** The part of a trigger that only the page can decide; everything else was decided when it was sent. */
export type PageCondition =
  | { type: "all" | "any"; of: PageCondition[] }
  | { type: "not"; of: PageCondition }
  | { type: "page"; url: UrlPattern }
  | ElementCondition;
