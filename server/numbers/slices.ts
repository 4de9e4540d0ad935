import type { Slice } from "../../lib/model/revenue.ts";
import type { AccountHistory } from "./history.ts";

/** N10: accounts by one of their values as they are today; of modules, an account is in each of its own. */
export function sliced(
  histories: readonly AccountHistory[],
  by: Slice,
): Map<string | null, AccountHistory[]> {
  const groups = new Map<string | null, AccountHistory[]>();
  for (const history of histories) {
    const own = history.slices[by];
    const values = Array.isArray(own) ? (own.length > 0 ? new Set<string>(own) : [null]) : [own];
    for (const value of values as Iterable<string | null>) {
      const group = groups.get(value);
      if (group) group.push(history);
      else groups.set(value, [history]);
    }
  }
  return groups;
}
