import { type HealthMeasure, MEETING_DAYS, USE_DAYS } from "../../lib/model/health-measure.ts";
import { DAY_MS, dayOf } from "../../lib/signal/day.ts";
import { isEntitled } from "../../lib/signal/world.ts";
import { lastContact, recentMeetings } from "./contacts.ts";
import type { AccountFacts, HealthWorld } from "./facts.ts";
import type { Usual } from "./usual.ts";

/** What a measure says of an account: a score from 0 to 100, that it does not apply, or that nobody knows. */
export type Measured =
  | { state: "known"; score: number; value: number; of: number | null }
  | { state: "not-applicable" }
  | { state: "unknown" };

const UNKNOWN: Measured = { state: "unknown" };
const NOT_APPLICABLE: Measured = { state: "not-applicable" };

/** `value` is what was found, `of` what it was held against, both in the measure's own unit. */
function known(part: number, value: number, of: number | null): Measured {
  return { state: "known", score: 100 * Math.min(1, Math.max(0, part)), value, of };
}

/** H10 to H19 of docs/spec/health.md. */
export function measure(
  definition: HealthMeasure,
  facts: AccountFacts,
  world: HealthWorld,
  usual: Usual,
): Measured {
  switch (definition.kind) {
    case "active-users": {
      const whole = facts.seats ?? facts.users;
      if (facts.firstSeen === null || whole === 0) return UNKNOWN;
      const aim = (whole * definition.target) / 100;
      return known(facts.activeUsers / aim, facts.activeUsers, whole);
    }
    case "trend": {
      const { level, baseline, current } = usual;
      if (level === null || baseline === null || current === null) return UNKNOWN;
      return known(current / baseline, current, baseline);
    }
    case "breadth": {
      const { group, target } = definition;
      const entitled = world.features.filter(
        (feature) =>
          (group === undefined || feature.group === group) && isEntitled(feature, facts.plan),
      );
      if (entitled.length === 0) return NOT_APPLICABLE;
      if (facts.firstSeen === null) return UNKNOWN;
      const used = new Set(lately(facts, world).map(({ feature }) => feature));
      const both = entitled.filter(({ id }) => used.has(id)).length;
      return known((both / entitled.length) * (100 / target), both, entitled.length);
    }
    case "feature": {
      const feature = world.features.find(({ id }) => id === definition.feature);
      if (!feature || !isEntitled(feature, facts.plan)) return NOT_APPLICABLE;
      if (facts.firstSeen === null) return UNKNOWN;
      const uses = lately(facts, world)
        .filter((one) => one.feature === definition.feature)
        .reduce((sum, one) => sum + one.uses, 0);
      const perWeek = uses / (USE_DAYS / 7);
      return known(perWeek / definition.perWeek, perWeek, definition.perWeek);
    }
    case "signal": {
      const people = facts.signals.get(definition.signal);
      if (!people || people.known === 0) return UNKNOWN;
      const share = people.holding / people.known;
      return known(share * (100 / definition.target), people.holding, people.known);
    }
    case "contact": {
      const last = lastContact(facts, world.now);
      if (last === null) return UNKNOWN;
      const days = dayOf(world.now) - dayOf(last);
      const { good, bad } = definition;
      return known((bad - days) / (bad - good), days, good);
    }
    case "meetings": {
      const { held, missed } = recentMeetings(facts, world.now, MEETING_DAYS);
      return held + missed === 0 ? UNKNOWN : known(held / (held + missed), held, held + missed);
    }
    case "stage":
      return measureStage(facts, world);
    case "goals":
      return measureGoals(facts, world);
    case "attribute": {
      const said = facts.attributes.get(definition.attribute);
      if (typeof said?.value !== "number") return UNKNOWN;
      if (said.at < world.now - definition.freshDays * DAY_MS) return UNKNOWN;
      const { good, bad } = definition;
      return known((said.value - bad) / (good - bad), said.value, good);
    }
  }
}

/** Uses of the last 28 days, today among them. */
function lately({ days }: AccountFacts, { now }: HealthWorld) {
  const today = dayOf(now);
  return days.filter(({ day, uses }) => uses > 0 && day <= today && day > today - USE_DAYS);
}

/** Full up to the days that are expected, nothing from twice as many on. */
function measureStage({ stage, stageSince }: AccountFacts, { now, stages }: HealthWorld): Measured {
  if (stage === null || stageSince === null || !stages.has(stage)) return UNKNOWN;
  const expected = stages.get(stage) ?? null;
  if (expected === null) return NOT_APPLICABLE;
  const days = dayOf(now) - dayOf(Date.parse(stageSince));
  return known(2 - days / expected, days, expected);
}

/** Of goals that were reached or missed, or are open beyond their day. */
function measureGoals({ goals }: AccountFacts, { now }: HealthWorld): Measured {
  const today = new Date(now).toISOString().slice(0, 10);
  const reached = goals.filter(({ state }) => state === "reached").length;
  const failed = goals.filter(
    ({ state, due }) =>
      state === "missed" || (state === "open" && due !== undefined && due < today),
  ).length;
  const due = reached + failed;
  return due === 0 ? UNKNOWN : known(reached / due, reached, due);
}
