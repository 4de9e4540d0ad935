import type { ChurnDetail, ChurnKind, ChurnLevel, ChurnWatch } from "../../lib/model/churn.ts";
import type { ChurnRules } from "../../lib/model/health.ts";
import { DAY_MS, dayOf } from "../../lib/signal/day.ts";
import { median } from "../../lib/signal/kinds/spread.ts";
import { lastContact, recentMeetings } from "../health/contacts.ts";
import type { AccountFacts, HealthWorld } from "../health/facts.ts";
import type { Usual } from "../health/usual.ts";

/** A sign of churn that the facts of an account give by themselves. */
export interface Found {
  /** What it is about: the same sign keeps its key as long as it holds. */
  key: string;
  kind: ChurnKind;
  name: string | null;
  level: ChurnLevel;
  /** Since when it holds, epoch ms. */
  at: number;
  detail: ChurnDetail;
}

interface Question {
  facts: AccountFacts;
  world: HealthWorld;
  usual: Usual;
  rules: ChurnRules;
}

const MISSED_DAYS = 60;
const TICKET_DAYS = 28;
/** Windows of tickets before the last one that tell what is usual. */
const TICKET_WINDOWS = 3;

/** Stages of the journey whose delay has a name of its own. */
const OVERDUE: Readonly<Record<string, ChurnKind>> = {
  onboarding: "onboarding-overdue",
  integration: "integration-overdue",
};

/** Z1 to Z8 of docs/spec/churn.md. */
export function detectChurn(question: Question): Found[] {
  return [
    ...usageDrop(question),
    ...overdueStage(question),
    ...missedMeetings(question),
    ...moreTickets(question),
    ...championLeft(question),
    ...silence(question),
    ...question.rules.watches.flatMap((watch) => watched(watch, question)),
  ];
}

function usageDrop({ usual, world }: Question): Found[] {
  const { level, baseline, current, since } = usual;
  if (level !== "medium" && level !== "high") return [];
  const detail = { baseline, current };
  return [found("usage-drop", level, since ?? world.now, detail)];
}

/** High from twice the expected time on. */
function overdueStage({ facts: { stage, stageSince }, world }: Question): Found[] {
  const kind = stage === null ? undefined : OVERDUE[stage];
  const expected = stage === null ? null : (world.stages.get(stage) ?? null);
  if (!kind || expected === null || stageSince === null) return [];
  const began = Date.parse(stageSince);
  const days = dayOf(world.now) - dayOf(began);
  if (days <= expected) return [];
  const level = days >= 2 * expected ? "high" : "medium";
  return [found(kind, level, began + (expected + 1) * DAY_MS, { days, expected })];
}

function missedMeetings({ facts, world, rules }: Question): Found[] {
  const { missed, lastMissed } = recentMeetings(facts, world.now, MISSED_DAYS);
  if (lastMissed === null || missed < rules.missedMeetings) return [];
  return [found("missed-meetings", "medium", lastMissed, { missed, days: MISSED_DAYS })];
}

/** More tickets than usual for this account; without a usual number nothing is said. */
function moreTickets({
  facts: { touches },
  world: { now },
  rules: { tickets },
}: Question): Found[] {
  const ages = touches
    .filter(({ kind, at }) => kind === "ticket" && at <= now)
    .map(({ at }) => Math.floor((now - at) / (TICKET_DAYS * DAY_MS)));
  const countIn = (window: number) => ages.filter((age) => age === window).length;
  const current = countIn(0);
  const usual = median(Array.from({ length: TICKET_WINDOWS }, (_, at) => countIn(at + 1)));
  const hasHistory = ages.some((age) => age >= TICKET_WINDOWS);
  if (!hasHistory || current < tickets.least || current < tickets.times * usual) return [];
  const newest = touches.filter(({ kind, at }) => kind === "ticket" && at <= now);
  const at = Math.max(...newest.map((one) => one.at));
  return [found("more-bugs", "medium", at, { current, usual, days: TICKET_DAYS })];
}

/** Medium while another champion is there. */
function championLeft({ facts: { champions }, world: { now }, rules }: Question): Found[] {
  const left = champions.flatMap(({ name, leftOn }) =>
    leftOn === undefined ? [] : [{ name, at: Date.parse(leftOn) }],
  );
  const last = left.toSorted((a, b) => b.at - a.at).find(({ at }) => at <= now);
  if (!last || last.at <= now - rules.championDays * DAY_MS) return [];
  const others = champions.filter(({ leftOn }) => leftOn === undefined).length;
  const detail = { champion: last.name, others };
  return [found("champion-left", others > 0 ? "medium" : "high", last.at, detail)];
}

/** Of an account with which nobody ever talked, nothing is said. */
function silence({ facts, world: { now }, rules }: Question): Found[] {
  const last = lastContact(facts, now);
  if (last === null) return [];
  const allowed = rules.silence[facts.touchModel ?? "low"];
  const days = dayOf(now) - dayOf(last);
  if (days <= allowed) return [];
  const at = (dayOf(last) + allowed + 1) * DAY_MS;
  return [found("long-silence", "medium", at, { days, allowed })];
}

function watched({ id, kind, level, on }: ChurnWatch, { facts, world }: Question): Found[] {
  const key = `watch:${id}`;
  if (on.type === "attribute") {
    const said = facts.attributes.get(on.attribute);
    if (typeof said?.value !== "number") return [];
    if (said.at < world.now - on.freshDays * DAY_MS) return [];
    const holds = on.op === "<=" ? said.value <= on.value : said.value >= on.value;
    const detail = { attribute: on.attribute, value: said.value, limit: on.value };
    return holds ? [{ key, kind, name: id, level, at: said.at, detail }] : [];
  }
  const people = facts.signals.get(on.signal);
  if (!people || people.known === 0) return [];
  const share = (100 * people.holding) / people.known;
  const detail = { signal: on.signal, holding: people.holding, known: people.known };
  return share >= on.share ? [{ key, kind, name: id, level, at: world.now, detail }] : [];
}

function found(kind: ChurnKind, level: ChurnLevel, at: number, detail: ChurnDetail): Found {
  return { key: kind, kind, name: null, level, at, detail };
}
