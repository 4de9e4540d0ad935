import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sql } from "../../server/db/database.ts";
import { erase } from "../../server/privacy/erase.ts";
import { ENGINES } from "../support/database.ts";
import {
  at,
  type Fields,
  guided,
  identified,
  signalled,
  used,
  viewed,
} from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";
import { happenedDays, toldDays } from "../support/told-days.ts";

/** Everything the rollups should say, worked out from the events alone. */
const RECOMPUTED = {
  guide_progress: `
    SELECT properties->>'guide' AS guide, (properties->>'version')::int AS version,
      lower(replace(replace(event, 'Guide ', ''), ' ', '_')) AS action,
      coalesce(properties->>'step', '') AS step, anonymous, person,
      count(*) AS count, min(at) AS first_at, max(at) AS last_at
    FROM events WHERE event LIKE 'Guide %' GROUP BY 1, 2, 3, 4, 5, 6`,
  guide_targets: `
    SELECT properties->>'guide' AS guide, (properties->>'version')::int AS version,
      properties->>'step' AS step, (at AT TIME ZONE 'UTC')::date AS day,
      CASE WHEN event = 'Guide Target Missing' AND properties->'target'->>'outcome' = 'likely'
           THEN 'doubted' ELSE properties->'target'->>'outcome' END AS outcome, coalesce(properties->'target'->>'lang', '') AS lang,
      coalesce(properties->'target'->>'build', '') AS build,
      coalesce(host, '') || coalesce(path, '') AS page, anonymous, person, verified,
      count(*) AS count, min(at) AS first_at, max(at) AS last_at
    FROM events WHERE properties->'target' IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
  guide_target_pages: `
    SELECT DISTINCT properties->>'guide' AS guide, properties->>'step' AS step,
      coalesce(host, '') || coalesce(path, '') AS page
    FROM events WHERE event = 'Guide Step Shown' AND properties->'target' IS NOT NULL`,
  survey_answers: `
    SELECT message_id, anonymous, person, properties->>'guide' AS guide, (properties->>'version')::int AS version,
      properties->>'step' AS step, at, account_id, answer->>'type' AS type,
      CASE WHEN jsonb_typeof(answer->'value') = 'number' THEN (answer->>'value')::int END AS score,
      CASE WHEN answer->>'type' = 'choice' THEN ARRAY[answer->>'value'] END AS options,
      CASE WHEN answer->>'type' = 'text' THEN answer->>'value' END AS words
    FROM (SELECT *, properties->'answer' AS answer FROM events WHERE event = 'Guide Answered') e`,
  experiment_exposures: `
    SELECT properties->>'experiment_id' AS experiment, properties->>'variation_id' AS arm, anonymous, person,
      coalesce(account_id, '') AS account_id, min(at) AS first_at
    FROM events WHERE event = 'Experiment Viewed' GROUP BY 1, 2, 3, 4, 5`,
  signal_days: `
    SELECT DISTINCT properties->>'signal' AS signal,
      (to_timestamp((properties->>'since')::numeric / 1000) AT TIME ZONE 'UTC')::date AS day, anonymous, person
    FROM events WHERE event = 'Signal Changed'`,
  signal_values: `
    SELECT DISTINCT ON (properties->>'signal', anonymous, person)
      properties->>'signal' AS signal, anonymous, person, coalesce(properties->>'kind', 'milestone') AS kind,
      nullif(properties->'value', 'null') AS value, properties->'detail' AS detail,
      (properties->>'version')::int AS version, at, message_id
    FROM events WHERE event = 'Signal Changed'
    ORDER BY properties->>'signal', anonymous, person, at DESC, message_id COLLATE "C" DESC`,
  devices: `
    SELECT device,
      (array_agg(user_id ORDER BY at, user_id COLLATE "C") FILTER (WHERE user_id IS NOT NULL))[1] AS user_id,
      coalesce(array_agg(DISTINCT user_id ORDER BY user_id) FILTER (WHERE user_id IS NOT NULL), '{}') AS users,
      min(at) AS first_at, max(at) AS last_at
    FROM events WHERE device IS NOT NULL GROUP BY 1`,
} as const;

const COLUMNS = {
  guide_progress: "guide, version, action, step, anonymous, person, count, first_at, last_at",
  guide_targets:
    "guide, version, step, day, outcome, lang, build, page, anonymous, person, verified, count, first_at, last_at",
  guide_target_pages: "guide, step, page",
  survey_answers:
    "message_id, anonymous, person, guide, version, step, at, account_id, type, score, options, words",
  experiment_exposures: "experiment, arm, anonymous, person, account_id, first_at",
  signal_days: "signal, day, anonymous, person",
  signal_values: "signal, anonymous, person, kind, value, detail, version, at, message_id",
  devices: "device, user_id, users, first_at, last_at",
} as const;

const who = fc.record({
  userId: fc.constantFrom(null, "ann", "bob"),
  anonymousId: fc.constantFrom("d1", "d2", "d3"),
});
/** Few moments, so that times collide, around a midnight in UTC. */
const when = fc.integer({ min: -3, max: 3 }).map((step) => at(NOW - 12 * 3_600_000 + step * 1000));

const message: fc.Arbitrary<Fields> = fc
  .tuple(
    who,
    when,
    fc.uuid(),
    fc.constantFrom("a", "b"),
    fc.boolean(),
    fc.constantFrom(
      "use",
      "signal",
      "adoption",
      "shown",
      "found",
      "missed",
      "completed",
      "answered",
      "met",
      "identify",
      "page",
    ),
  )
  .map(([person, time, messageId, name, value, kind]) => {
    const more = { ...person, ...time, messageId };
    switch (kind) {
      case "use":
        return used(name, more);
      case "signal":
        return signalled(name, value, more);
      case "adoption":
        return signalled(name, value ? "habitual" : null, more, {
          kind: "adoption",
          detail: { uses: 3, firstAt: null },
        });
      case "met":
        return viewed("lift", value ? "guide" : "holdout", {
          ...more,
          ...(name === "a" ? {} : { context: { groupId: "acme" } }),
        });
      case "shown":
        return guided("step_shown", { guide: name, version: 1, step: "first" }, more);
      case "found":
      case "missed": {
        const outcome = kind === "found" ? "found" : value ? "ambiguous" : "likely";
        const target = { outcome, score: 0.5, ...(value ? { lang: "ru" } : { build: "5.0.1" }) };
        const action = kind === "found" ? "step_shown" : "target_missing";
        const context = { waymark: { host: "app.test", path: value ? "/a" : "/b" } };
        const run = { guide: "a", version: 1, step: "first", target };
        return guided(action, run, { ...more, context });
      }
      case "answered": {
        const answer = value ? { type: "nps", value: 9 } : { type: "choice", value: "price" };
        const said = name === "a" ? answer : { type: "text", value: "Good" };
        return guided("answered", { guide: name, version: 1, step: "ask", answer: said }, more);
      }
      case "completed":
        return guided("completed", { guide: name, version: value ? 1 : 2 }, more);
      case "identify":
        return identified(person.userId ?? "cat", {}, more);
      default:
        return { ...more, type: "page", name };
    }
  });

/** Batches of messages, in which some come again, in the same batch or a later one. */
const batches = fc.array(message, { minLength: 1, maxLength: 40 }).chain((messages) =>
  fc.array(fc.array(fc.constantFrom(...messages), { minLength: 1, maxLength: 15 }), {
    minLength: 1,
    maxLength: 6,
  }),
);

const subject = fc.oneof(
  fc.record({ subject: fc.constant("user" as const), id: fc.constantFrom("ann", "bob", "cat") }),
  fc.record({ subject: fc.constant("device" as const), id: fc.constantFrom("d1", "d2", "d3") }),
);
/** Pages on which an element was found are no person's. */
const { guide_target_pages: _, ...OF_PEOPLE } = COLUMNS;

describe.each(ENGINES)("rollups on %s", (engine) => {
  const server = useServer(engine);

  const rowsOf = async (sql: Sql, select: string) =>
    (await sql.query(select)).map((row) => JSON.stringify(row)).sort();

  it("R9: the rollups equal a recomputation from the events, whatever was sent twice or at once", async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (sent, atOnce) => {
        const { workspace, writeKey } = await server.newWorkspace();
        if (atOnce) await Promise.all(sent.map((batch) => server.send(batch, writeKey)));
        else for (const batch of sent) await server.send(batch, writeKey);
        await server.db.transaction(workspace, async (sql) => {
          for (const table of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
            const kept = await rowsOf(sql, `SELECT ${COLUMNS[table]} FROM ${table}`);
            expect(kept, table).toEqual(await rowsOf(sql, RECOMPUTED[table]));
          }
          expect(await toldDays(sql, workspace)).toEqual(await happenedDays(sql, workspace));
          const [events] = await sql.query("SELECT count(*) AS count FROM events");
          const ids = new Set(sent.flat().map(({ messageId }) => messageId));
          expect(events).toEqual({ count: ids.size });
        });
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });

  it("R38: after a deletion they equal a recomputation from the events that remain", async () => {
    const until = fc.constantFrom(null, NOW - 12 * 3_600_000);
    await fc.assert(
      fc.asyncProperty(batches, subject, until, async (sent, whose, to) => {
        const { workspace, writeKey } = await server.newWorkspace();
        for (const batch of sent) await server.send(batch, writeKey);
        await server.db.erase(workspace, (sql) => erase(sql, workspace, whose, to));
        await server.db.transaction(workspace, async (sql) => {
          for (const table of Object.keys(OF_PEOPLE) as (keyof typeof OF_PEOPLE)[]) {
            const kept = await rowsOf(sql, `SELECT ${COLUMNS[table]} FROM ${table}`);
            expect(kept, table).toEqual(await rowsOf(sql, RECOMPUTED[table]));
          }
          expect(await toldDays(sql, workspace)).toEqual(await happenedDays(sql, workspace));
        });
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });
});
