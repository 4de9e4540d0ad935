import * as z from "zod/mini";

/**
 * What a person runs into: pressing one place again and again, pressing something that does nothing, an error that the
 * app showed or told of, going back and forth between two pages. E12 to E15 of docs/spec/events.md say when.
 */
export const Friction = z.enum(["rage_click", "dead_click", "error", "back_and_forth"]);
export type Friction = z.infer<typeof Friction>;
