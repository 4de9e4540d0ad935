import type { FrameSight } from "../../model/sight.ts";

/** Also named by the function that the background sends into frames, which can import nothing. */
const SIGHT = Symbol.for("waymark.sight");

export function publishSight(look: () => FrameSight): void {
  Object.assign(globalThis, { [SIGHT]: look });
}
