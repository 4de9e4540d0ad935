import type { AccountPatch } from "../../lib/model/account.ts";
import type { DatedMoney } from "../../lib/model/account-value.ts";
import { MODULES } from "./content.ts";
import { dayBefore, monthsBefore } from "./days.ts";
import { FIRST_NAMES, LAST_NAMES, PLACES, TRADES, WORDS } from "./names.ts";
import type { Chance } from "./random.ts";

/** How things go with an account; its usage, its contacts and its revenue follow. */
export type Fate = "steady" | "growing" | "declining" | "stalled" | "churned";

export interface InventedAccount {
  id: string;
  fate: Fate;
  plan: "starter" | "team" | "enterprise";
  modules: readonly string[];
  patch: AccountPatch;
  /** Stages it went through, oldest first, with the days it entered them; the last is where it stands. */
  stages: readonly { stage: string; since: string }[];
  owner: string;
  /** For how many days it has been a customer. */
  age: number;
  /** Days since it left; null: it is a customer. */
  gone: number | null;
}

const PLANS = {
  starter: { median: 19_000, size: ["1-10", "11-50"], touch: "low", modules: 1 },
  team: {
    median: 90_000,
    size: ["11-50", "51-200", "201-500"],
    touch: "medium",
    modules: 3,
  },
  enterprise: {
    median: 520_000,
    size: ["201-500", "501-1000", "1001-5000"],
    touch: "high",
    modules: 4,
  },
} as const;

/** One account; docs/seed.md says how each figure is distributed. `today`: "YYYY-MM-DD". */
export function inventAccount(
  at: number,
  { csms, users, today }: { csms: readonly string[]; users: number; today: string },
  chance: Chance,
): InventedAccount {
  const fate = chance.pick<Fate>([
    ["steady", 58],
    ["growing", 15],
    ["declining", 12],
    ["stalled", 6],
    ["churned", 9],
  ]);
  const plan = chance.pick<keyof typeof PLANS>([
    ["starter", 50],
    ["team", 35],
    ["enterprise", 15],
  ]);
  const figures = PLANS[plan];
  const age =
    fate === "stalled"
      ? chance.whole(50, 110)
      : Math.min(1460, Math.ceil(chance.around(420, 0.9)) + 5);
  const gone = fate === "churned" ? Math.min(age - 1, chance.whole(3, 330)) : null;
  const name = `${chance.one(WORDS)} ${chance.one(TRADES)}`;
  const domain = `${name.toLowerCase().replace(/\W+/g, "-")}-${at}.example`;
  const champion = () => ({
    name: `${chance.one(FIRST_NAMES)} ${chance.one(LAST_NAMES)}`,
    email: `champion@${domain}`,
    role: chance.one(["Head of Operations", "Team lead", "CTO", "Office manager"]),
    ...(chance.hit(fate === "declining" ? 0.25 : 0.05)
      ? { leftOn: dayBefore(today, chance.whole(3, 60)) }
      : {}),
  });
  const customerSince = dayBefore(today, age);
  const yearly = chance.hit(0.7);
  const renewal = yearly
    ? dayBefore(today, -(365 - (age % 365)))
    : dayBefore(today, -(30 - (age % 30)));
  const currency = chance.hit(0.85) ? "EUR" : "USD";
  const fewer = figures.modules > 1 && chance.hit(0.3) ? 1 : 0;
  const modules = MODULES.slice(0, figures.modules - fewer);
  const owner = chance.one(csms);
  const left = gone === null ? undefined : dayBefore(today, gone);
  return {
    id: `account-${String(at + 1).padStart(5, "0")}`,
    fate,
    plan,
    modules,
    owner,
    age,
    gone,
    stages: stagesOf({ age, gone, fate, renewal, today }),
    patch: {
      name,
      plan,
      modules: [...modules],
      // Some pay for more than they use, some for less.
      seats: Math.max(3, Math.round(chance.around(users * 1.15, 0.2))),
      customerSince,
      contractStart: customerSince,
      contractEnd: left ?? renewal,
      ...(left === undefined ? { renewal } : {}),
      owner,
      vertical: chance.pick([
        ["Software", 25],
        ["Retail", 18],
        ["Manufacturing", 16],
        ["Finance", 14],
        ["Logistics", 12],
        ["Education", 8],
        ["Health", 7],
      ]),
      geography: chance.one(PLACES),
      size: chance.one(figures.size),
      touchModel: figures.touch,
      champions: chance.hit(0.85) ? [champion()] : [],
      goals: chance.hit(0.6)
        ? [
            {
              text: chance.one([
                "Everybody plans in one place",
                "Reports in an hour instead of a day",
                "Half the e-mails",
              ]),
              state: chance.pick([
                ["open", 5],
                ["reached", 4],
                ["missed", 1],
              ]),
            },
          ]
        : [],
      ...(chance.hit(0.3) ? { expectations: "A quarterly review, and a named contact." } : {}),
      ...(left === undefined
        ? {}
        : { churnedOn: left, churnKind: chance.hit(0.8) ? "voluntary" : "involuntary" }),
      custom: { source: chance.one(["partner", "inbound", "outbound"]) },
      mrrHistory: revenue({ age, gone, fate, median: figures.median, currency, today }, chance),
    },
  };
}

interface Way {
  age: number;
  gone: number | null;
  fate: Fate;
  today: string;
}

/** Month by month: 3 % grow by 10 to 40 %, 1 % shrink by 10 to 30 %; those who grow do so four times as often. */
function revenue(
  { age, gone, fate, median, currency, today }: Way & { median: number; currency: string },
  chance: Chance,
): DatedMoney[] {
  let minor = Math.round(chance.around(median, 0.5) / 100) * 100;
  const amounts = [{ since: dayBefore(today, age), minor, currency }];
  for (let months = Math.floor(age / 30.5) - 1; months > 0; months--) {
    const since = monthsBefore(today, months);
    const ended = gone !== null && months * 30.5 <= gone + 31;
    if (ended || since <= (amounts.at(-1)?.since ?? "")) continue;
    const grows = chance.hit(fate === "growing" ? 0.12 : 0.03);
    const shrinks = !grows && chance.hit(fate === "declining" ? 0.04 : 0.01);
    if (!grows && !shrinks) continue;
    const factor = grows ? 1.1 + chance.next() * 0.3 : 0.9 - chance.next() * 0.2;
    minor = Math.round((minor * factor) / 100) * 100;
    amounts.push({ since, minor, currency });
  }
  if (gone !== null) amounts.push({ since: dayBefore(today, gone), minor: 0, currency });
  return amounts;
}

function stagesOf({ age, gone, fate, renewal, today }: Way & { renewal: string }) {
  const start = ["onboarding", "integration", "adoption", "value"];
  const days = fate === "stalled" ? [0, 30] : [0, 35, 62, 150];
  const until = gone ?? 0;
  const stages = days
    .map((day, at) => ({ stage: start[at] ?? "value", since: dayBefore(today, age - day), day }))
    .filter(({ day }) => age - day > until)
    .map(({ stage, since }) => ({ stage, since }));
  const toRenewal = (Date.parse(renewal) - Date.parse(today)) / 86_400_000;
  if (gone === null && fate !== "stalled" && age > 250 && toRenewal <= 60 && toRenewal > 0) {
    stages.push({ stage: "renewal", since: dayBefore(today, Math.round(60 - toRenewal)) });
  }
  if (gone !== null) stages.push({ stage: "offboarding", since: dayBefore(today, gone) });
  return stages;
}
