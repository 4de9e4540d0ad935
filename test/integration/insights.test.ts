import { beforeAll, describe, expect, it } from "vitest";
import type { ActiveDaysCurve, RetentionCohorts } from "../../lib/model/activity.ts";
import type { AdoptionMatrix } from "../../lib/model/adoption-matrix.ts";
import type { SignalDefinition } from "../../lib/model/signal.ts";
import { DAY_MS, dayOf } from "../../lib/signal/day.ts";
import { readActiveDays } from "../../lib/signal/kinds/active-days.ts";
import { readAdoption } from "../../lib/signal/kinds/adoption.ts";
import { seededRandom } from "../../lib/sync/simulation/random.ts";
import { ENGINES } from "../support/database.ts";
import { feature } from "../support/documents.ts";
import { at, used } from "../support/messages.ts";
import { daysOf, type InventedPerson, inventPeople } from "../support/population.ts";
import { introductions, signalsOf, usesOf } from "../support/population-messages.ts";
import { NOW, type TestServer, useServer } from "../support/server.ts";

const FEATURES = ["open", "edit", "share", "audit"].map((id) => ({
  ...feature(id),
  ...(id === "audit" && { plans: ["pro"] }),
}));
const SIGNALS: SignalDefinition[] = [
  { id: "days", name: "Active days", kind: "active-days" },
  { id: "weeks", name: "Weeks kept", kind: "retention", period: "week" },
  { id: "sharing", name: "Sharing taken up", kind: "adoption", feature: "share" },
];
const people = inventPeople({
  people: 90,
  features: FEATURES.map(({ id }) => id),
  weeks: 9,
  now: NOW,
  random: seededRandom(4),
});
const world = { now: NOW, features: FEATURES };

describe.each(ENGINES)("adoption and activity on %s", (engine) => {
  const server = useServer(engine);
  /** One workspace whose devices send single uses, and one whose devices say signals alone. */
  const keys = { open: "", closed: "" };
  const ask = async <T>(path: string, token: string) =>
    (await server.ask<T>(`/v1/query/${path}`, { as: token })).body;

  beforeAll(async () => {
    const [open, closed] = [await server.newWorkspace(), await server.newWorkspace()];
    Object.assign(keys, { open: open.adminToken, closed: closed.adminToken });
    for (const one of [open, closed])
      await publishAll(server, "features", FEATURES, one.adminToken);
    await publishAll(server, "signals", SIGNALS, closed.adminToken);
    const signals = SIGNALS.flatMap((signal) => signalsOf(people, signal, world));
    for (const [messages, key] of [
      [[...introductions(people), ...usesOf(people)], open.writeKey],
      [[...introductions(people), ...signals], closed.writeKey],
    ] as const) {
      for (let from = 0; from < messages.length; from += 200) {
        await server.send(messages.slice(from, from + 200), key);
      }
    }
  });

  it("R52: active days are those that devices count, and the same without a single use sent", async () => {
    const counts = people.map(({ uses }) =>
      Number(readActiveDays({ ...world, plan: null, days: daysOf(uses) }).value ?? 0),
    );
    const histogram = Array.from(
      { length: 28 },
      (_, i) => counts.filter((n) => n === i + 1).length,
    );
    const curve = await ask<ActiveDaysCurve>("active-days", keys.open);
    expect(curve).toEqual({
      from: null,
      histogram,
      daily: counts.reduce((a, b) => a + b, 0) / 28,
      weekly: people.filter((person) => isActive(person, (day) => day > dayOf(NOW) - 7)).length,
      monthly: counts.filter((n) => n > 0).length,
    });
    const said = await ask<ActiveDaysCurve>("active-days", keys.closed);
    expect(said).toMatchObject({ from: { signal: "days", name: "Active days" }, histogram });
    expect(said.daily).toBeCloseTo(curve.daily, 10);
    expect(said.monthly).toBe(curve.monthly);
  });

  it("R51: retention is by weeks of one's own, told once they are over, and the same from signals", async () => {
    const retention = await ask<RetentionCohorts>("retention?weeks=6", keys.open);
    const today = dayOf(NOW);
    const monday = today - ((today + 3) % 7);
    const expected = Array.from({ length: 6 }, (_, i) => monday - (5 - i) * 7).map((start) => {
      const cohort = people.filter(({ uses }) => {
        const first = dayOf(uses[0]?.ts ?? 0);
        return first >= start && first < start + 7;
      });
      const over = Math.max(0, Math.floor((today - start) / 7) - 2);
      return {
        week: new Date(start * DAY_MS).toISOString().slice(0, 10),
        people: cohort.length,
        returned: Array.from(
          { length: over },
          (_, k) => cohort.filter((p) => cameBack(p, k + 1)).length,
        ),
      };
    });
    expect(retention).toEqual({ from: null, weeks: 6, cohorts: expected });
    expect(retention.cohorts.filter(({ people: n }) => n > 0).length).toBeGreaterThan(4);
    const said = await ask<RetentionCohorts>("retention?weeks=6", keys.closed);
    expect(said).toEqual({ ...retention, from: { signal: "weeks", name: "Weeks kept" } });
  });

  it("R50: adoption is by plan, of those entitled, as devices work it out; an adoption signal counts first", async () => {
    const seen = people.filter((person) => isActive(person, (day) => day > dayOf(NOW) - 28));
    const matrix = await ask<AdoptionMatrix>("adoption", keys.open);
    expect(matrix.by).toBe("account.plan");
    expect(matrix.groupings).toEqual(["everybody", "account.plan"]);
    const plans = matrix.columns.slice(1).map(({ name }) => name);
    expect(plans.toSorted()).toEqual(["free", "pro", "team"]);
    for (const { id } of FEATURES) {
      const expected = ["", ...plans].map((plan) => levels(seen, id, plan));
      expect(matrix.features.find((one) => one.feature === id)).toMatchObject({
        feature: id,
        signal: null,
        cells: expected,
      });
    }
    expect(matrix.features.find((one) => one.feature === "audit")?.cells[0]?.entitled).toBe(
      seen.filter(({ plan }) => plan === "pro").length,
    );
    // Everybody was heard of today there, and of one feature only.
    const said = await ask<AdoptionMatrix>("adoption?by=everybody", keys.closed);
    expect(said.features.find((one) => one.feature === "share")).toMatchObject({
      signal: "sharing",
      cells: [levels(people, "share", "")],
    });
  });

  it("R50: segments that the server can decide are columns; others are named with what is in the way", async () => {
    const plan = { type: "attribute", of: "account", name: "plan", op: "eq" };
    const segments = [
      { id: "big", name: "Big", when: { type: "not", of: { ...plan, value: "free" } } },
      { id: "nested", name: "Nested", when: { type: "segment", segment: "big" } },
      { id: "deep", name: "Deep", when: { type: "used", feature: "open" } },
    ];
    await publishAll(server, "segments", segments, keys.open);
    const matrix = await ask<AdoptionMatrix>("adoption?by=segments", keys.open);
    const count = matrix.columns.find(({ id }) => id === "big")?.people;
    const seen = people.filter((person) => isActive(person, (day) => day > dayOf(NOW) - 28));
    expect(count).toBe(seen.filter((person) => person.plan !== "free").length);
    expect(matrix.columns.map(({ name }) => name)).toEqual(["", "Big", "Nested"]);
    expect(matrix.undecided).toEqual([{ name: "Deep", condition: "used" }]);
    const wrong = await server.ask("/v1/query/adoption?by=shoe.size", { as: keys.open });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain("account.plan");
  });

  it("R57: what clients made up of signals and traits makes no question fail", async () => {
    const { adminToken, writeKey } = await server.newWorkspace();
    await publishAll(server, "features", FEATURES, adminToken);
    await publishAll(server, "signals", SIGNALS, adminToken);
    const strange = SIGNALS.map((signal) => ({
      ...used("x", { userId: "eve", ...at(NOW) }),
      event: "Signal Changed",
      properties: {
        signal: signal.id,
        version: 1,
        kind: signal.kind,
        value: 1e300,
        detail: { days7: "x", firstAt: 8e15, periods: true },
      },
    }));
    await server.send(strange, writeKey);
    for (const path of ["adoption", "active-days", "retention", "signals/days"]) {
      const answer = await server.ask(`/v1/query/${path}`, { as: adminToken });
      expect(answer.status, path).toBe(200);
    }
  });
});

const isActive = ({ uses }: InventedPerson, on: (day: number) => boolean) =>
  uses.some(({ ts }) => on(dayOf(ts)));

function cameBack({ uses }: InventedPerson, week: number): boolean {
  const first = uses[0]?.ts ?? 0;
  return uses.some(({ ts }) => Math.floor((dayOf(ts) - dayOf(first)) / 7) === week);
}

function levels(among: readonly InventedPerson[], id: string, plan: string) {
  const entitled = among.filter(
    (person) => (plan === "" || person.plan === plan) && (id !== "audit" || person.plan === "pro"),
  );
  const value = ({ uses, plan: own }: InventedPerson) =>
    readAdoption(
      { id: "", name: "", kind: "adoption", feature: id },
      { ...world, plan: own, days: daysOf(uses) },
    ).value;
  const countOf = (...wanted: unknown[]) =>
    entitled.filter((person) => wanted.includes(value(person))).length;
  return {
    entitled: entitled.length,
    tried: countOf("tried", "adopted", "habitual"),
    adopted: countOf("adopted", "habitual"),
    habitual: countOf("habitual"),
  };
}

async function publishAll(
  server: TestServer,
  kind: string,
  bodies: readonly { id: string }[],
  as: string,
): Promise<void> {
  for (const body of bodies) {
    const put = await server.ask(`/v1/${kind}/${body.id}`, { method: "PUT", as, body });
    expect(put.status, JSON.stringify(put.body)).toBeLessThan(300);
    const done = await server.ask(`/v1/${kind}/${body.id}/publish`, { method: "POST", as });
    expect(done.status, JSON.stringify(done.body)).toBe(201);
  }
}
