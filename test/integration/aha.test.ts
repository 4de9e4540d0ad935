import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AhaMoments } from "../../lib/model/aha.ts";
import { type AhaPeople, ahaPeople } from "../../server/query/aha/people.ts";
import { MOST_TIMES, SPANS } from "../../server/query/aha/search.ts";
import { createRandom } from "../bench/ratio.ts";
import { simulate, type Use, usesOf } from "../support/aha-people.ts";
import { ENGINES } from "../support/database.ts";
import { feature, publish, put } from "../support/documents.ts";
import { at, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const QUESTION = { from: 21, to: 28, days: 60, spans: SPANS, now: NOW };

/** What the database should count, from the uses alone. */
function recount(uses: readonly Use[]): AhaPeople {
  const { from, to, days } = QUESTION;
  const startOf = (some: readonly Use[]) => Math.max(...some.map(({ ago }) => ago));
  const people = [...Map.groupBy(uses, ({ who }) => who).values()].map((own) => {
    const first = startOf(own);
    return {
      own,
      first,
      stayed: own.some(({ ago }) => first - ago >= from && first - ago < to),
    };
  });
  const cohort = people.filter(({ first }) => first >= to && first < to + days);
  const features = [...Map.groupBy(uses, (use) => use.feature)].map(([name, own]) => {
    const able = cohort.filter(({ first }) => first <= startOf(own));
    const cells = able.flatMap((person) =>
      SPANS.map((within) => {
        const times = person.own.filter(
          (use) => use.feature === name && person.first - use.ago < within,
        ).length;
        return { within, times: Math.min(MOST_TIMES, times), stayed: person.stayed };
      }).filter(({ times }) => times > 0),
    );
    return {
      feature: name,
      stayed: able.filter(({ stayed }) => stayed).length,
      left: able.filter(({ stayed }) => !stayed).length,
      uses: [...Map.groupBy(cells, (cell) => JSON.stringify(cell))].map(([cell, same]) => ({
        ...(JSON.parse(cell) as (typeof cells)[number]),
        people: same.length,
      })),
    };
  });
  return {
    young: people.filter(({ first }) => first < to).length,
    stayed: cohort.filter(({ stayed }) => stayed).length,
    left: cohort.filter(({ stayed }) => !stayed).length,
    features,
  };
}

/** Without the order, which means nothing. */
function inOrder(counts: AhaPeople) {
  const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const features = counts.features.map(({ uses, ...more }) => ({
    ...more,
    uses: uses
      .map(({ within, times, stayed, people }) => ({ within, times, stayed, people }))
      .sort(byText),
  }));
  return { ...counts, features: features.sort(byText) };
}

const someUses = fc.array(
  fc.record({
    who: fc.constantFrom("ann", "bob", "cat", "dan", "eve"),
    feature: fc.constantFrom("draw", "save", "share"),
    ago: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 24, max: 60 })),
  }),
  { minLength: 1, maxLength: 60 },
);

describe.each(ENGINES)("aha moments on %s", (engine) => {
  const server = useServer(engine);

  /** Half of what somebody does is done before they are known on their device. */
  const send = async (uses: readonly Use[], writeKey: string) => {
    const messages = uses.map(({ who, feature: name, ago }, index) =>
      used(name, {
        ...at(NOW - ago * DAY - (index % 7) * 3_600_000),
        anonymousId: `device-of-${who}`,
        ...(index % 2 === 0 && { userId: who }),
      }),
    );
    for (let from = 0; from < messages.length; from += 200) {
      await server.send(messages.slice(from, from + 200), writeKey);
    }
  };

  it("R37: the counts equal a recount of the single uses, over all devices of a person", async () => {
    await fc.assert(
      fc.asyncProperty(someUses, async (uses) => {
        const ws = await server.newWorkspace();
        await send(uses, ws.writeKey);
        const counted = await server.db.transaction(ws.workspace, (sql) =>
          ahaPeople(sql, ws.workspace, QUESTION),
        );
        expect(inOrder(counted)).toEqual(inOrder(recount(uses)));
      }),
      { numRuns: 15, interruptAfterTimeLimit: 15_000 },
    );
  });

  it("R37: the moment that makes people stay is found among features that do nothing, and says what it rests on", async () => {
    const ws = await server.newWorkspace();
    const people = simulate({ people: 120, others: 2, effect: 0.7 }, createRandom(3));
    await send(usesOf(people), ws.writeKey);
    const { body } = await server.ask<AhaMoments>("/v1/query/aha", { as: ws.adminToken });
    const stayed = people.filter((person) => person.stayed).length;
    expect(body).toMatchObject({ people: 120, stayed, young: 0, tooFew: false, skewed: false });
    const [best] = body.moments;
    expect(best).toMatchObject({ feature: "cause", name: "cause", published: false, within: 7 });
    expect(best?.low).toBeGreaterThan(1);
    expect(body.moments.some((one) => one.feature === "open")).toBe(false);
    // A beginning of 14 days would reach into the second week.
    const second = await server.ask<AhaMoments>("/v1/query/aha?from=7&to=14", {
      as: ws.adminToken,
    });
    expect(second.body.moments.every(({ within }) => within <= 7)).toBe(true);
  });

  it("R37: says that there are too few people, how many are too new, and whether single uses arrive at all", async () => {
    const ws = await server.newWorkspace();
    await send(
      [
        { who: "ann", feature: "draw", ago: 50 },
        { who: "bob", feature: "draw", ago: 3 },
      ],
      ws.writeKey,
    );
    const { body } = await server.ask<AhaMoments>("/v1/query/aha", { as: ws.adminToken });
    expect(body).toMatchObject({ people: 1, young: 1, tooFew: true, sync: "off", moments: [] });
    await server.ask("/v1/settings/sync", {
      method: "PUT",
      as: ws.adminToken,
      body: { events: "features" },
    });
    const after = await server.ask<AhaMoments>("/v1/query/aha", { as: ws.adminToken });
    expect(after.body.sync).toBe("features");
  });

  it("R37: an empty workspace has no moments, and days that end before they begin are refused by name", async () => {
    const as = server.home.adminToken;
    await put(server, "features", feature("draw"));
    await publish(server, "features", "draw");
    const { body } = await server.ask<AhaMoments>("/v1/query/aha", { as });
    expect(body).toMatchObject({ people: 0, young: 0, tooFew: true, moments: [] });
    const refused = await server.ask<{ error: { problems: { path: string }[] } }>(
      "/v1/query/aha?from=28&to=21",
      { as },
    );
    expect(refused.status).toBe(400);
    expect(refused.body.error.problems[0]?.path).toBe("to");
  });
});
