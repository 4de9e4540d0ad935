import type { Args, Language, MessageKey } from "./messages.ts";
import { MESSAGES } from "./messages.ts";

/** Everything a screen needs to speak one language: texts, numbers, dates. */
export interface Translator {
  language: Language;
  /** Locales in which authored texts are wanted, best first; for `localize`. */
  wanted: readonly string[];
  t<Key extends MessageKey>(key: Key, ...args: Args<Key>): string;
  number(value: number): string;
  /** `ratio` from 0 to 1. */
  percent(ratio: number): string;
  /** The same to one decimal, where a tenth of a percent matters. */
  rate(ratio: number): string;
  /** An amount in main units of a currency by its ISO 4217 code, without what follows the decimal sign. */
  money(amount: number, currency: string): string;
  /** Epoch milliseconds → day and time in the person's time zone. */
  dateTime(ms: number): string;
  /** Epoch milliseconds → day in the person's time zone. */
  date(ms: number): string;
  /** "YYYY-MM-DD", a UTC day → such as "12 Nov". */
  day(day: string): string;
  /** The same with its year, such as "12 Nov 2026". */
  dayOfYear(day: string): string;
  /** "YYYY-MM" → such as "Nov 2026". */
  month(month: string): string;
  /** Milliseconds → such as "3.5 hours": in the largest unit up to days, to one decimal below ten. */
  duration(ms: number): string;
}

const SECOND = ["second", 1_000] as const;
const UNITS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], SECOND] as const;

/** `languages` are the person's, best first: they choose the region's way to write dates. */
export function createTranslator(language: Language, languages: readonly string[]): Translator {
  const tag = languages.find((one) => one.toLowerCase().split("-")[0] === language) ?? language;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const rate = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone: "UTC" });
  const money = (currency: string) =>
    new Intl.NumberFormat(tag, { style: "currency", currency, maximumFractionDigits: 0 });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium" });
  const day = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  const dayOfYear = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" });
  const inUnit = (unit: string) =>
    new Intl.NumberFormat(tag, {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 1,
    });

  return {
    language,
    wanted: [language, ...languages],
    t: (key, ...args) => {
      const params: Readonly<Record<string, string | number>> = args[0] ?? {};
      const message = MESSAGES[language][key];
      const text =
        typeof message === "string"
          ? message
          : (message[plural.select(Number(params.count))] ?? message.other ?? "");
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name];
        if (value === undefined) return whole;
        return typeof value === "number" ? number.format(value) : value;
      });
    },
    number: (value) => number.format(value),
    percent: (ratio) => percent.format(ratio),
    rate: (ratio) => rate.format(ratio),
    money: (amount, currency) => money(currency).format(amount),
    dateTime: (ms) => dateTime.format(ms),
    date: (ms) => date.format(ms),
    day: (text) => day.format(Date.parse(`${text}T00:00:00Z`)),
    dayOfYear: (text) => dayOfYear.format(Date.parse(`${text}T00:00:00Z`)),
    month: (text) => month.format(Date.parse(`${text}-01T00:00:00Z`)),
    duration: (ms) => {
      const [unit, length] = UNITS.find(([, one]) => ms >= one) ?? SECOND;
      const value = ms / length;
      return inUnit(unit).format(value < 10 ? value : Math.round(value));
    },
  };
}
