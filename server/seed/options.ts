import { isCalendarDay } from "../../lib/model/calendar-day.ts";

export interface SeedOptions {
  accounts: number;
  /** Of each account. */
  users: number;
  /** Of usage. */
  days: number;
  seed: number;
  /** The last day of the company's story, "YYYY-MM-DD"; what people did ends the day before. */
  today: string;
  /** Whether every single use is stored, and not only what is derived from it. */
  rawEvents: boolean;
}

const MOST = { accounts: 10_000, users: 2_000, days: 400, seed: 4_000_000 } as const;

export const USAGE = `npm run seed -- [--accounts 100] [--users 20] [--days 90] [--seed 1] [--today YYYY-MM-DD] [--raw-events]`;

/** Reads the words of the command line. Throws with a sentence for the person who typed them. */
export function readOptions(words: readonly string[], today: string): SeedOptions {
  const options: SeedOptions = {
    accounts: 100,
    users: 20,
    days: 90,
    seed: 1,
    today,
    rawEvents: false,
  };
  for (let at = 0; at < words.length; at++) {
    const name = words[at]?.replace(/^--/, "") ?? "";
    if (words[at] === "--raw-events") options.rawEvents = true;
    else if (words[at] === "--today") options.today = readDay(words[++at]);
    else if (words[at]?.startsWith("--") && isNumber(name))
      options[name] = readWhole(name, words[++at]);
    else throw new Error(`"${words[at]}" is not known. ${USAGE}`);
  }
  return options;
}

function isNumber(name: string): name is keyof typeof MOST {
  return Object.hasOwn(MOST, name);
}

function readWhole(name: keyof typeof MOST, text = ""): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MOST[name]) return value;
  throw new Error(`--${name} is "${text}", but must be a whole number from 1 to ${MOST[name]}.`);
}

function readDay(text = ""): string {
  if (isCalendarDay(text)) return text;
  throw new Error(`--today is "${text}", but must be a day such as 2026-11-30.`);
}
