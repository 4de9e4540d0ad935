/** How both engines turn text of the database into values, by type OID, so that the same query gives the same rows. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  /** int8: counts and milliseconds stay far below 2^53. */
  20: Number,
  /** numeric */
  1700: Number,
  /** date */
  1082: (text) => text,
  /** timestamptz; both engines run in UTC. */
  1184: (text) => Date.parse(text.replace(" ", "T").replace(/\+00$/, "Z")),
};
