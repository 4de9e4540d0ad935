/** Days of use that are looked at: enough for twelve usual weeks after a long alarm. */
export const WINDOW_DAYS = 182;
/** Days of contacts that are looked at. */
export const TOUCH_DAYS = 400;
/** Days of health that are shown as a course. */
export const TREND_DAYS = 90;
/** Accounts that are worked out in one transaction, so that what else waits for the database does not wait long. */
export const CHUNK = 25;
