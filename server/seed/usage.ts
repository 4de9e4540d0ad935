import type { IncomingEvent } from "../ingest/event.ts";
import type { Fate, InventedAccount } from "./company.ts";
import { FEATURES, VERBATIMS } from "./content.ts";
import { dayBefore, isWeekend } from "./days.ts";
import { activated, type Doing, identified, surveyed, used } from "./events.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";
import type { Chance } from "./random.ts";

export interface Usage {
  /** Uses of features. */
  uses: IncomingEvent[];
  /** Who people are, their signals, and what they answered. */
  others: IncomingEvent[];
}

/** How likely somebody is to come on a working day, and how many are like that. */
const HABITS = [
  [0.6, 15],
  [0.2, 35],
  [0.04, 50],
] as const;

const WEEKEND = 0.15;
const MINUTE = 60_000;

/** What the people of an account did in the last `days` days; docs/seed.md says how it is distributed. */
export function inventUsage(
  account: InventedAccount,
  { users, days, today }: { users: number; days: number; today: string },
  chance: Chance,
): Usage {
  const usage: Usage = { uses: [], others: [] };
  const open = FEATURES.filter(
    ({ group = "", plans }) =>
      account.modules.includes(group) && (!plans || plans.includes(account.plan)),
  );
  const weighted = open.map((feature, at) => [feature.id, 1 / (1 + at / 1.5)] as const);
  for (let number = 1; number <= users; number++) {
    const user = `${account.id}-user-${String(number).padStart(4, "0")}`;
    const habit = chance.pick(HABITS);
    // The first is there from the beginning, the others come over time.
    const joined = number === 1 ? account.age : Math.ceil(account.age * chance.next() ** 0.5);
    let count = 0;
    const doing = (daysAgo: number, minute: number): Doing => ({
      id: `${user}-${count++}`,
      user,
      account: account.id,
      at: Date.parse(dayBefore(today, daysAgo)) + (7 * 60 + minute) * MINUTE,
    });
    const name = `${chance.one(FIRST_NAMES)} ${chance.one(LAST_NAMES)}`;
    const first = Math.min(joined, days);
    usage.others.push(
      identified(doing(first, 0), { name, email: `${user}@${account.id}.example` }),
    );
    let active = 0;
    for (let ago = first; ago >= 1; ago--) {
      const day = dayBefore(today, ago);
      const comes = habit * trend(account, ago) * (isWeekend(day) ? WEEKEND : 1);
      if (!chance.hit(comes)) continue;
      active += 1;
      const start = chance.whole(0, 480);
      for (let kinds = 1 + chance.times(1.2); kinds > 0; kinds--) {
        const feature = chance.pick(weighted);
        for (let uses = 1 + chance.times(0.8); uses > 0; uses--) {
          usage.uses.push(used(doing(ago, start + kinds * 7 + uses), feature));
        }
      }
      if (active === 4 && chance.hit(0.85)) usage.others.push(activated(doing(ago, start + 60)));
      if (active > 3 && chance.hit(0.012)) answer(usage, doing, ago, account.fate, chance);
    }
  }
  return usage;
}

/** From nobody, 0, to everybody who could be expected, 1 or more, so many days ago. */
function trend({ fate, gone }: InventedAccount, ago: number): number {
  if (gone !== null) return ago <= gone ? 0 : Math.min(1, (ago - gone) / 60);
  if (fate === "stalled") return 0.3;
  if (fate === "declining") return ago >= 45 ? 1 : 0.2 + (0.8 * ago) / 45;
  if (fate === "growing") return 1.3 - Math.min(ago, 90) / 300;
  return 1;
}

/** Chances of a promoter, a passive and a detractor. */
const MOODS: Readonly<Record<Fate, readonly (readonly ["good" | "middling" | "bad", number])[]>> = {
  growing: [
    ["good", 65],
    ["middling", 28],
    ["bad", 7],
  ],
  steady: [
    ["good", 45],
    ["middling", 37],
    ["bad", 18],
  ],
  declining: [
    ["good", 15],
    ["middling", 35],
    ["bad", 50],
  ],
  stalled: [
    ["good", 12],
    ["middling", 38],
    ["bad", 50],
  ],
  churned: [
    ["good", 8],
    ["middling", 30],
    ["bad", 62],
  ],
};

function answer(
  { others }: Usage,
  doing: (ago: number, minute: number) => Doing,
  ago: number,
  fate: Fate,
  chance: Chance,
): void {
  const mood = chance.pick(MOODS[fate]);
  const value = {
    good: () => chance.whole(9, 10),
    middling: () => chance.whole(7, 8),
    bad: () => chance.whole(0, 6),
  }[mood]();
  others.push(
    surveyed(doing(ago, 500), "started"),
    surveyed(doing(ago, 501), "answered", { step: "score", answer: { type: "nps", value } }),
  );
  if (chance.hit(0.4)) {
    const text = { type: "text" as const, value: chance.one(VERBATIMS[mood]) };
    others.push(surveyed(doing(ago, 502), "answered", { step: "why", answer: text }));
  }
  others.push(surveyed(doing(ago, 503), "completed"));
}
