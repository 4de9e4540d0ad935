import { beforeAll, describe, expect, it } from "vitest";
import type { SignalTimeline } from "../../lib/model/query.ts";
import type { Milestone } from "../../lib/model/signal.ts";
import type { SignalEvidence, SignalFunnel, SignalReport } from "../../lib/model/signal-report.ts";
import { dayOf } from "../../lib/signal/day.ts";
import { seededRandom } from "../../lib/sync/simulation/random.ts";
import { ENGINES } from "../support/database.ts";
import { feature, publish, put } from "../support/documents.ts";
import { at, signalled, used } from "../support/messages.ts";
import { type InventedPerson, inventPeople } from "../support/population.ts";
import { introductions, signalsOf, usesOf } from "../support/population-messages.ts";
import { NOW, useServer } from "../support/server.ts";

const FEATURES = ["open", "edit", "share"].map(feature);
const FLOW: Milestone = {
  id: "flow",
  name: "Shared what was edited",
  kind: "milestone",
  when: {
    type: "sequence",
    sequence: {
      steps: [{ feature: "open" }, { feature: "edit", times: 2 }, { feature: ["share", "mail"] }],
    },
  },
};
const people = inventPeople({
  people: 60,
  features: FEATURES.map(({ id }) => id),
  weeks: 5,
  now: NOW,
  random: seededRandom(7),
});

/** When somebody did each step for the first time, worked out from their uses alone. */
function stepsOf({ uses }: InventedPerson): (number | null)[] {
  let from = -1;
  return ["open", "edit", "edit", "share"].map((wanted) => {
    from = from === uses.length ? from : uses.findIndex((u, i) => i > from && u.feature === wanted);
    if (from < 0) from = uses.length;
    return uses[from]?.ts ?? null;
  });
}

const quantile = (values: readonly number[], part: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? 0) - low) * (place % 1);
};

describe.each(ENGINES)("reports of signals on %s", (engine) => {
  const server = useServer(engine);
  const ask = async <T>(path: string) =>
    (await server.ask<T>(`/v1/query/signals/${path}`, { as: server.home.adminToken })).body;

  beforeAll(async () => {
    for (const one of [...FEATURES, feature("mail")]) {
      await put(server, "features", one);
      await publish(server, "features", one.id);
    }
    await put(server, "signals", FLOW);
    await publish(server, "signals", "flow");
    // Single uses of half of the people stay on their devices.
    const sent = people.filter((_, index) => index % 2 === 0);
    const messages = [
      ...introductions(people),
      ...usesOf(sent),
      ...signalsOf(people, FLOW, { now: NOW, features: FEATURES }),
    ];
    for (let from = 0; from < messages.length; from += 200) {
      await server.send(messages.slice(from, from + 200));
    }
  });

  it("R54: a funnel tells people and times from step to step as the single uses do, which need not be sent", async () => {
    const funnel = await ask<SignalFunnel>("flow/funnel");
    const times = people.map(stepsOf).map(([open, , edit, share]) => [open, edit, share]);
    const medianTo = (step: number) =>
      quantile(
        times.flatMap((one) => {
          const [before, then] = [one[step - 1], one[step]];
          return before == null || then == null ? [] : [then - before];
        }),
        0.5,
      );
    const reached = (step: number) => times.filter((one) => one[step] !== null).length;
    expect(funnel).toEqual({
      signal: "flow",
      name: "Shared what was edited",
      steps: [
        { features: ["Feature open"], times: 1, people: reached(0), median: null },
        { features: ["Feature edit"], times: 2, people: reached(1), median: medianTo(1) },
        {
          features: ["Feature share", "Feature mail"],
          times: 1,
          people: reached(2),
          median: medianTo(2),
        },
      ],
    });
    expect(reached(2)).toBeLessThan(reached(1));
    expect(reached(1)).toBeLessThan(reached(0));
    const other = { id: "plain", name: "Plain", kind: "active-days" };
    await put(server, "signals", other);
    await publish(server, "signals", "plain");
    expect((await ask<SignalFunnel>("plain/funnel")).steps).toEqual([]);
    const none = await server.ask("/v1/query/signals/none/funnel", { as: server.home.adminToken });
    expect(none.status).toBe(404);
  });

  it("R53: time to value runs from the first use of anything to the milestone", async () => {
    const { timeToValue } = await ask<SignalTimeline>("flow/timeline?days=14");
    const took = people.flatMap((person) => {
      const done = stepsOf(person).at(-1);
      const first = person.uses[0]?.ts;
      return done != null && first !== undefined && dayOf(done) > dayOf(NOW) - 14
        ? [done - first]
        : [];
    });
    expect(timeToValue).toEqual({
      people: took.length,
      lower: expect.closeTo(quantile(took, 0.25), 0),
      median: expect.closeTo(quantile(took, 0.5), 0),
      upper: expect.closeTo(quantile(took, 0.75), 0),
    });
    expect((await ask<SignalTimeline>("none/timeline")).timeToValue).toBeNull();
  });

  it("R55: a report tells values, changes by day, and whose value is the newest", async () => {
    const done = people.filter((person) => stepsOf(person).at(-1) !== null);
    const begun = people.filter((person) => stepsOf(person)[0] !== null);
    const report = await ask<SignalReport>("flow?days=30");
    expect(report).toMatchObject({ kind: "milestone", version: 1, publishedAt: NOW });
    expect(new Map(report.values.map((one) => [one.value, one.people]))).toEqual(
      new Map([
        [true, done.length],
        [false, begun.length - done.length],
      ]),
    );
    const days = done.map((person) => dayOf(stepsOf(person).at(-1) ?? 0));
    const expected = Array.from(
      { length: 30 },
      (_, i) => days.filter((day) => day === dayOf(NOW) - 29 + i).length,
    );
    expect(report.perDay.map((day) => day.people)).toEqual(expected);
    expect(report.latest[0]).toMatchObject({ anonymous: false, at: NOW });
    expect(report.latest).toHaveLength(20);
  });

  it("R55: what nobody knows enough for is told as such, and words as words", async () => {
    const said = { kind: "drop" as const };
    await server.send([
      signalled("risk", null, { userId: "ann" }, said),
      signalled("risk", "high", { userId: "bob" }, said),
      signalled("risk", null, { userId: "cid" }, said),
    ]);
    const report = await ask<SignalReport>("risk");
    expect(report).toMatchObject({ name: "risk", kind: "drop", version: null, publishedAt: null });
    expect(report.values).toEqual([
      { value: null, people: 2 },
      { value: "high", people: 1 },
    ]);
    expect(await ask<SignalReport>("unheard")).toMatchObject({
      kind: null,
      values: [],
      latest: [],
    });
  });

  it("R55: evidence is the events themselves where they were sent, else that they stayed on the device", async () => {
    const reached = (index: number) => stepsOf(people[index] as InventedPerson).at(-1) !== null;
    const open = people.findIndex((_, index) => index % 2 === 0 && reached(index));
    const closed = people.findIndex((_, index) => index % 2 === 1 && reached(index));
    const [sender, keeper] = [people[open], people[closed]];
    const told = await ask<SignalEvidence>(`flow/evidence?user=${sender?.user}`);
    expect(told).toMatchObject({ value: true, version: 1, kept: 0 });
    expect(told.events.map((event) => event.feature)).toEqual(["open", "edit", "edit", "share"]);
    expect(told.events.every(({ id }) => sender?.uses.some((use) => use.id === id))).toBe(true);
    const kept = await ask<SignalEvidence>(`flow/evidence?user=${keeper?.user}`);
    expect(kept).toMatchObject({ value: true, events: [], kept: 4 });
    await server.send([
      signalled("flow", true, { userId: undefined, anonymousId: "lone", ...at(NOW) }),
      used("open", { userId: "lone" }),
    ]);
    expect(await ask<SignalEvidence>("flow/evidence?device=lone")).toMatchObject({ kept: 0 });
    const status = async (query: string) =>
      (
        await server.ask(`/v1/query/signals/flow/evidence?${query}`, {
          as: server.home.adminToken,
        })
      ).status;
    expect(await status("user=nobody")).toBe(404);
    expect(await status("user=lone")).toBe(404);
    expect(await status("")).toBe(400);
    expect(await status("user=a&device=b")).toBe(400);
  });
});
