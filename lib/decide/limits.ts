/** How much attention guides may take from one person. Durations in ms. */
export interface BudgetLimits {
  /** Interrupting guides that start by themselves: at most so many in a session, in 24 hours, in 7 days. */
  perSession: number;
  perDay: number;
  perWeek: number;
  /** Quiet after the last sign of any guide. */
  spacing: number;
  /** Quiet after a dismissal; doubles with each further one in a row, up to `coolDownMax`. */
  coolDown: number;
  coolDownMax: number;
}

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/**
 * One interruption a session and two a week is stricter than the field's usual one a day: unasked tutorials did not
 * improve task success and felt harder (Nielsen Norman Group, n = 70), and most linear tours are skipped. Two a day is
 * what remains when a workspace allows more a week. 30 s between messages is what Braze uses. Doubling from a day takes
 * the hint that "not now" was meant.
 */
export const DEFAULT_LIMITS: BudgetLimits = {
  perSession: 1,
  perDay: 2,
  perWeek: 2,
  spacing: 30_000,
  coolDown: DAY,
  coolDownMax: 28 * DAY,
};

/** A session ends after so long without any event: the convention of web analytics. */
export const SESSION_GAP = 30 * MINUTE;

/** A run that gave no sign for so long was left behind with its tab, and holds nobody up. */
export const RUN_STALE = SESSION_GAP;

/**
 * After so many visits in a row in which it did not find its element, a guide leaves this device alone until something
 * is published. Once may be a slow page and twice a bad day of the app; each try is a card that says "waiting".
 */
export const MISS_LIMIT = 3;
