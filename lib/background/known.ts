import type { Store } from "../store/schema.ts";
import type { Known } from "../tour/fill-in.ts";
import { whoAt } from "./own-account.ts";

/** What texts for the person at a host may be filled in with. */
export async function knownAt(store: Store, host: string): Promise<Known> {
  const { traits, accountTraits } = await whoAt(store, host);
  return { user: traits, account: accountTraits };
}
