import { lookUp, lookUpAny } from "../../../lib/record/look-up.ts";

/** What an author's tool runs in the isolated world of the app's page. */
const world = {
  lookUp: (selector: string) => lookUp(selector, AbortSignal.timeout(10_000)),
  lookUpAny: async (selectors: string[]) =>
    (await lookUpAny(selectors, AbortSignal.timeout(10_000))).lookup,
};

export type LookUpWorld = typeof world;

Object.assign(globalThis, { world });
