import type { Translator } from "../../lib/i18n/translator.ts";
import type { Account, AccountPeople } from "../../lib/model/account.ts";
import type { AccountNeed } from "../../lib/model/account-work.ts";
import type { HealthBand } from "../../lib/model/risk.ts";
import type { Tone } from "../ui/badge.tsx";

const DAY_MS = 86_400_000;

export function nameOf({ name, id }: Pick<Account, "name" | "id">): string {
  return name ?? id;
}

type Person = AccountPeople["people"][number];

/** What a person is called: by name, else by address, else as the app names them. */
export function personName({ user, name, email }: Pick<Person, "user" | "name" | "email">): string {
  return name ?? email ?? user;
}

/** What they are at the customer; some apps say it as `title`, as Segment does. */
export function personRole({ role, traits }: Pick<Person, "role" | "traits">): string | null {
  const { title } = traits;
  return role ?? (typeof title === "string" && title !== "" ? title : null);
}

/** Whole UTC days from today until a day; negative: it has passed. `now`: epoch ms. */
export function daysUntil(day: string, now: number): number {
  return Math.round(Date.parse(day) / DAY_MS) - Math.floor(now / DAY_MS);
}

/** "in 12 days", "today", "3 days ago" */
export function dayText({ t }: Translator, day: string, now: number): string {
  const days = daysUntil(day, now);
  if (days === 0) return t("accounts.today");
  return days > 0 ? t("accounts.inDays", { count: days }) : t("accounts.daysAgo", { count: -days });
}

export function agoText(i18n: Translator, at: number, now: number): string {
  return dayText(i18n, new Date(at).toISOString().slice(0, 10), now);
}

/** How long somebody has been a customer: in days, months or years, the largest that says at least two. */
export function ageText({ t }: Translator, since: string, now: number): string {
  const days = Math.max(0, -daysUntil(since, now));
  if (days < 61) return t("accounts.age.days", { count: days });
  if (days < 731) return t("accounts.age.months", { count: Math.floor(days / 30.44) });
  return t("accounts.age.years", { count: Math.floor(days / 365.25) });
}

export function bandTone(band: HealthBand | null): Tone {
  return band === null
    ? "neutral"
    : ({ good: "success", fair: "warning", poor: "danger" } as const)[band];
}

/** `why`: what makes the risk, in words; empty where that is not known. */
export function needText(i18n: Translator, need: AccountNeed, why: string): string {
  const { t, dayOfYear } = i18n;
  switch (need.type) {
    case "risk":
    case "risen":
      return [t(`accounts.need.${need.type}`), why].filter(Boolean).join(": ");
    case "renewal":
      return t("accounts.need.renewal", { count: need.days });
    case "overdue":
      return t("accounts.need.overdue", { count: need.tasks, day: dayOfYear(need.due) });
    case "silence":
      return t("accounts.need.silence", { count: need.days });
  }
}
