import * as z from "zod/mini";
import { Timestamp } from "./primitives.ts";

const short = z.string().check(z.maxLength(120));
const words = z.array(short).check(z.maxLength(60));
const px = z.number();

/**
 * The fingerprint by which a step finds its element: evidence, not selectors. Every field is optional evidence;
 * the more of it, the surer the answer. Values of inputs are never part of it.
 */
export const Fingerprint = z.strictObject({
  tag: short,
  role: z.optional(short),
  /** Accessible name. */
  name: z.optional(short),
  /** Visible text. */
  text: z.optional(short),
  id: z.optional(short),
  /** data-testid and its kin: attribute name → value. */
  testIds: z.optional(z.record(short, short)),
  /** `name` attribute. */
  field: z.optional(short),
  type: z.optional(short),
  label: z.optional(short),
  alt: z.optional(short),
  title: z.optional(short),
  placeholder: z.optional(short),
  /** Path segments of a link and its query keys; never query values. */
  href: z.optional(
    z.strictObject({
      host: z.optional(short),
      path: z.array(short).check(z.maxLength(30)),
      query: z.optional(words),
    }),
  ),
  /** Hash of an icon's drawing, or its file name. */
  icon: z.optional(short),
  landmark: z.optional(short),
  heading: z.optional(short),
  /** Words of siblings and elements within 50 px. */
  neighbours: z.optional(words),
  /** Tags (with role or stable id) from the parent upwards, at most 8. */
  ancestors: z.optional(z.array(short).check(z.maxLength(8))),
  /** Place among siblings of the same role: [index, how many]. */
  position: z.optional(z.tuple([z.int(), z.int()])),
  /** Place among all elements of its build in the page, which is tag, role and tags around: [index, how many]. */
  order: z.optional(z.tuple([z.int(), z.int()])),
  /** What it is in a list or table. */
  row: z.optional(
    z.strictObject({
      /** What the row is called: its header, else its first text. Digits count. */
      key: z.optional(short),
      /** The element itself is what says so, and says something else in each row. */
      naming: z.optional(z.boolean()),
      /** Of the column, if it has a header. */
      column: z.optional(short),
      /** [index, how many rows]. */
      place: z.tuple([z.int(), z.int()]),
    }),
  ),
  box: z.optional(z.strictObject({ x: px, y: px, width: px, height: px })),
  viewport: z.optional(z.strictObject({ width: px, height: px })),
});
export type Fingerprint = z.infer<typeof Fingerprint>;

/** How alone an element was in its page when its fingerprint was taken. */
export const Rarity = z.strictObject({
  /** How many elements shared each value that it has, itself included. */
  shared: z.partialRecord(z.enum(["text", "id", "testId", "field", "href", "icon"]), z.int()),
  /** Lead over the best rival, 0 to 1; 0 if it could not be told apart. */
  margin: z.number(),
});
export type Rarity = z.infer<typeof Rarity>;

/** Which row of a list or table is meant: the one of that name, the first that has it, or the one a person chooses. */
export const RowIntent = z.enum(["this", "first", "chosen"]);
export type RowIntent = z.infer<typeof RowIntent>;

/** So many samples an anchor has once its author has pointed at its element again; more of them only slow the search. */
export const SAMPLE_LIMIT = 4;

/** An element as it was seen in one language and build of its app. */
export const Sample = z.strictObject({
  lang: z.optional(z.string().check(z.maxLength(35))),
  build: z.optional(z.string().check(z.maxLength(40))),
  /** When its author said later that this is the element, epoch ms. Absent: it is an original. */
  confirmedAt: z.optional(Timestamp),
  fingerprint: Fingerprint,
  /** Words of buttons, tabs and headings of the page: what tells its language. */
  words: z.optional(words),
  rarity: z.optional(Rarity),
});
export type Sample = z.infer<typeof Sample>;

/** One fingerprint per UI language or build in which the element was seen; the best match counts. */
export const Anchor = z.strictObject({
  samples: z.array(Sample).check(z.minLength(1), z.maxLength(12)),
  /** Of an element in a row; absent: the very element, wherever it is. */
  row: z.optional(RowIntent),
});
export type Anchor = z.infer<typeof Anchor>;
