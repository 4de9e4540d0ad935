import type { SignalDetail, SignalKind, SignalScalar } from "../../lib/model/signal-value.ts";
import { MISSED_OUTCOMES, outcomeOf } from "../drift/outcome.ts";
import { type IncomingEvent, type Person, personOf } from "./event.ts";
import { answerRow, type SurveyAnswer } from "./survey-answer.ts";

/** What is counted of events beside the days of people (`foldUses`). Times are ISO texts here: the rows go to the database as JSON. */
export interface Rollups {
  guide_progress: (Person & {
    guide: string;
    version: number;
    action: string;
    step: string;
    count: number;
    first_at: string;
    last_at: string;
  })[];
  guide_targets: (Person & {
    guide: string;
    version: number;
    step: string;
    day: string;
    outcome: string;
    lang: string;
    build: string;
    page: string;
    verified: boolean;
    count: number;
    first_at: string;
    last_at: string;
  })[];
  survey_answers: SurveyAnswer[];
  guide_target_pages: { guide: string; step: string; page: string }[];
  experiment_exposures: (Person & {
    experiment: string;
    arm: string;
    account_id: string;
    first_at: string;
  })[];
  signal_days: (Person & { signal: string; day: string })[];
  signal_values: (Person & {
    signal: string;
    kind: SignalKind;
    value: SignalScalar;
    detail: SignalDetail | null;
    version: number;
    since: string | null;
    at: string;
    message_id: string;
  })[];
}
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The same for many times of a few days. */
export function createDayOf(): (at: number) => string {
  const texts = new Map<number, string>();
  return (at) => {
    const day = Math.floor(at / 86_400_000);
    const text = texts.get(day) ?? dayOf(at);
    texts.set(day, text);
    return text;
  };
}

export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** What new events add to the rollups: one row a key, in the order of the keys, so that transactions cannot lock each other out. */
export function foldRollups(events: readonly IncomingEvent[]): Rollups {
  const guides = new Map<string, Rollups["guide_progress"][number]>();
  const targets = new Map<string, Rollups["guide_targets"][number]>();
  const pages = new Map<string, Rollups["guide_target_pages"][number]>();
  const exposures = new Map<string, Rollups["experiment_exposures"][number]>();
  const changes = new Map<string, Rollups["signal_days"][number]>();
  const signals = new Map<string, Rollups["signal_values"][number]>();
  const answers = new Map<string, SurveyAnswer>();

  for (const event of events) {
    const person = personOf(event);
    if (!person) continue;
    const fact = event.known;
    if (!fact || fact.kind === "feature") continue;
    const who = [person.anonymous, person.person];
    const day = dayOf(event.at);
    const at = isoOf(event.at);
    if (fact.kind === "guide") {
      const { guide, version, action, step } = fact;
      const row = rowFor(guides, [guide, version, action, step, ...who], () => ({
        ...person,
        guide,
        version,
        action,
        step,
        count: 0,
        first_at: at,
        last_at: at,
      }));
      addTo(row, at);
      if (fact.answer) {
        answers.set(event.messageId, {
          ...person,
          ...answerRow(fact.answer),
          message_id: event.messageId,
          guide,
          version,
          step,
          account_id: event.account,
          at,
        });
      }
      if (!fact.target) continue;
      const { lang = "", build = "" } = fact.target;
      const outcome = outcomeOf(action, fact.target);
      const { verified } = event;
      const page = `${event.host ?? ""}${event.path ?? ""}`;
      const place = [guide, version, step, day, outcome, lang, build, page, ...who, verified];
      const sighting = rowFor(targets, place, () => ({
        ...person,
        guide,
        version,
        step,
        day,
        outcome,
        lang,
        build,
        page,
        verified,
        count: 0,
        first_at: at,
        last_at: at,
      }));
      addTo(sighting, at);
      if (!MISSED_OUTCOMES.includes(outcome)) {
        rowFor(pages, [guide, step, page], () => ({ guide, step, page }));
      }
    } else if (fact.kind === "exposure") {
      const { experiment, arm } = fact;
      const account_id = event.account ?? "";
      const met = { ...person, experiment, arm, account_id, first_at: at };
      const row = rowFor(exposures, [experiment, arm, ...who, account_id], () => met);
      if (at < row.first_at) row.first_at = at;
    } else if (fact.kind === "signal") {
      const { signal, of: kind, value, detail, version } = fact;
      const since = fact.since === null ? null : isoOf(fact.since);
      if (fact.since !== null) {
        const day = dayOf(fact.since);
        rowFor(changes, [signal, day, ...who], () => ({ ...person, signal, day }));
      }
      const said = { signal, kind, value, detail, version, since };
      const row = { ...person, ...said, at, message_id: event.messageId };
      const key = JSON.stringify([signal, ...who]);
      const other = signals.get(key);
      if (!other || isNewer(row, other)) signals.set(key, row);
    }
  }
  return {
    guide_progress: sorted(guides),
    guide_targets: sorted(targets),
    survey_answers: sorted(answers),
    guide_target_pages: sorted(pages),
    experiment_exposures: sorted(exposures),
    signal_days: sorted(changes),
    signal_values: sorted(signals),
  };
}

function addTo(row: { count: number; first_at: string; last_at: string }, at: string): void {
  row.count += 1;
  if (at < row.first_at) row.first_at = at;
  if (at > row.last_at) row.last_at = at;
}

type Ordered = { at: string; message_id: string };

function isNewer(a: Ordered, b: Ordered): boolean {
  return a.at > b.at || (a.at === b.at && a.message_id > b.message_id);
}

function rowFor<T>(rows: Map<string, T>, key: readonly unknown[], make: () => T): T {
  const name = JSON.stringify(key);
  const row = rows.get(name) ?? make();
  rows.set(name, row);
  return row;
}

function sorted<T>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
