import type { Values } from "../accounts/record.ts";

/** What is known of an account, and of how it was. Moments are epoch ms, days "YYYY-MM-DD". */
export interface AccountHistory {
  id: string;
  name: string | null;
  /** As they are now; but for `mrr` and `stage`, whose histories are beside them. */
  values: Values;
  /** Changes of fields, newest first. */
  changes: readonly { at: number; field: string; before: unknown }[];
  /** Oldest first. */
  mrr: readonly { since: string; minor: number | null; currency: string | null }[];
  stages: readonly { since: string; stage: string | null }[];
  users: number;
  uses: readonly { day: string; feature: string; uses: number }[];
  /** Oldest first. */
  health: readonly {
    day: string;
    score: number | null;
    band: string | null;
    risk: string | null;
  }[];
  /** When contacts took place. */
  touches: readonly number[];
  tasks: readonly { createdAt: number; closedAt: number | null }[];
  nps: readonly { at: number; score: number }[];
  /** Signals that are true for somebody now, with the earliest since when. */
  signals: readonly { signal: string; since: number }[];
}
