import { lookUp } from "../../../lib/record/look-up.ts";

/** What an author's tool runs in the isolated world of the app's page. */
const world = {
  lookUp: (selector: string) => lookUp(selector, AbortSignal.timeout(10_000)),
};

export type LookUpWorld = typeof world;

Object.assign(globalThis, { world });
