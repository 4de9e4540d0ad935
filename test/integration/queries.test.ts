import { describe, expect, it } from "vitest";
import type {
  FeatureAdoption,
  GuideFunnel,
  SignalTimeline,
  UserSignals,
} from "../../lib/model/query.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put, signal } from "../support/documents.ts";
import { at, guided, identified, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

describe.each(ENGINES)("queries on %s", (engine) => {
  const server = useServer(engine);

  const ask = async <T>(path: string, as = server.home.adminToken) =>
    (await server.ask<T>(`/v1/query/${path}`, { as })).body;

  it("R28: adoption counts people, not events or devices, day by day, and shows what nobody uses", async () => {
    await put(server, "features", feature("unused"));
    await publish(server, "features", "unused");
    const ann = { userId: "ann" };
    await server.send([
      used("save", { ...ann, anonymousId: "phone", ...at(NOW) }),
      used("save", { ...ann, anonymousId: "desk", ...at(NOW - DAY) }),
      used("save", { userId: "bob", ...at(NOW) }),
      used("save", { userId: "cat", ...at(NOW - 40 * DAY) }),
      { ...used("x"), type: "page", userId: "dan", ...at(NOW) },
    ]);
    const adoption = await ask<FeatureAdoption>("features?days=2");
    expect(adoption).toEqual({
      days: 2,
      activeUsers: 3,
      features: [
        {
          feature: "save",
          name: "save",
          group: null,
          users: 2,
          events: 3,
          lastSeen: NOW,
          publishedAt: null,
          perDay: [
            { day: "2026-03-09", users: 1, events: 1 },
            { day: "2026-03-10", users: 2, events: 2 },
          ],
        },
        {
          feature: "unused",
          name: "Feature unused",
          group: "Editor",
          users: 0,
          events: 0,
          lastSeen: null,
          publishedAt: NOW,
          perDay: [
            { day: "2026-03-09", users: 0, events: 0 },
            { day: "2026-03-10", users: 0, events: 0 },
          ],
        },
      ],
    });
  });

  it("R28: people are paged without repeating or losing one", async () => {
    const ws = await server.newWorkspace();
    const people = Array.from({ length: 25 }, (_, i) => `user-${i}`);
    await server.send(
      people.map((user, i) => identified(user, {}, at(NOW - (i % 4) * 1000))),
      ws.writeKey,
    );
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 10; page += 1) {
      const body = await ask<UserSignals>(`signals?limit=10${after}`, ws.adminToken);
      expect(body.totalUsers).toBe(25);
      seen.push(...body.users.map((entry) => entry.user));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(people));
  });

  it("R28: signals are named, counted and dated by when they became true", async () => {
    await put(server, "features", feature("draw"));
    await publish(server, "features", "draw");
    await put(server, "signals", signal("activated", "draw"));
    await publish(server, "signals", "activated");
    const ann = { userId: "s-ann", context: { groupId: "acme" } };
    await server.send([
      signalled("activated", true, ann),
      signalled("activated", false, { userId: "s-bob" }),
    ]);
    const body = await ask<UserSignals>("signals?limit=500");
    expect(body.signals).toEqual([
      { signal: "activated", name: "Signal activated", kind: "milestone", users: 1 },
    ]);
    expect(body.users.find((entry) => entry.user === "s-ann")).toMatchObject({
      account: "acme",
      values: { activated: { kind: "milestone", value: true, since: NOW } },
    });
    const timeline = await ask<SignalTimeline>("signals/activated/timeline?days=2");
    expect(timeline.perDay).toEqual([
      { day: "2026-03-09", users: 0 },
      { day: "2026-03-10", users: 1 },
    ]);
  });

  it("L16: of whether a guide helped, a person's newest word about that version counts", async () => {
    await put(server, "guides", guide("rated"));
    await publish(server, "guides", "rated");
    const said = (
      action: "rated_helpful" | "rated_unhelpful",
      person: { userId?: string; anonymousId?: string },
      ago: number,
      version = 1,
    ) => guided(action, { guide: "rated", version }, { ...person, ...at(NOW - ago) });
    await server.send([
      said("rated_helpful", { userId: "r-ann" }, 9_000),
      said("rated_unhelpful", { userId: "r-ann" }, 5_000),
      said("rated_unhelpful", { userId: "r-bob" }, 9_000),
      said("rated_helpful", { userId: "r-bob", anonymousId: "r-phone" }, 5_000),
      said("rated_helpful", { anonymousId: "r-desk" }, 5_000),
      said("rated_helpful", { userId: "r-eve" }, 5_000, 2),
    ]);
    const totals = async () => (await ask<GuideFunnel>("guides/rated/funnel")).totals;
    expect(await totals()).toMatchObject({ rated_helpful: 2, rated_unhelpful: 1 });
    await server.send([said("rated_helpful", { userId: "r-ann" }, 1_000)]);
    expect(await totals()).toMatchObject({ rated_helpful: 3, rated_unhelpful: 0 });
  });

  it("R28: the funnel of a guide is of one version, the newest if none is named", async () => {
    await put(server, "guides", guide("tour"));
    await publish(server, "guides", "tour");
    const run = { guide: "tour", version: 1 };
    await server.send([
      guided("started", run, { userId: "f-ann" }),
      guided("step_shown", { ...run, step: "first" }, { userId: "f-ann" }),
      guided("step_shown", { ...run, step: "first" }, { userId: "f-ann" }),
      guided("step_completed", { ...run, step: "first" }, { userId: "f-ann" }),
      guided("step_shown", { ...run, step: "second" }, { userId: "f-ann" }),
      guided("target_missing", { ...run, step: "second" }, { userId: "f-ann" }),
      guided("started", run, { userId: "f-bob" }),
      guided("step_shown", { ...run, step: "first" }, { userId: "f-bob" }),
      guided("dismissed", { ...run, step: "first" }, { userId: "f-bob" }),
    ]);
    const title = (id: string) => ({ en: `Step ${id}` });
    const first = { step: "first", title: title("first"), shown: 2, completed: 1, missing: 0 };
    expect(await ask<GuideFunnel>("guides/tour/funnel")).toEqual({
      guide: "tour",
      version: 1,
      name: { en: "Guide tour" },
      totals: {
        started: 2,
        step_shown: 2,
        answered: 0,
        snoozed: 0,
        step_completed: 1,
        completed: 0,
        dismissed: 1,
        target_missing: 1,
        rated_helpful: 0,
        rated_unhelpful: 0,
      },
      steps: [
        first,
        { step: "second", title: title("second"), shown: 1, completed: 0, missing: 1 },
      ],
    });
    await put(server, "guides", guide("tour", { name: { en: "New" } }));
    await publish(server, "guides", "tour");
    expect((await ask<GuideFunnel>("guides/tour/funnel")).totals.started).toBe(0);
    expect((await ask<GuideFunnel>("guides/tour/funnel?version=1")).totals.started).toBe(2);
    const none = await server.ask("/v1/query/guides/none/funnel", { as: server.home.adminToken });
    expect(none.status).toBe(404);
  });

  it("R28: a question that makes no sense is answered with what was wrong", async () => {
    for (const path of ["features?days=0", "features?days=x", "signals?limit=501"]) {
      const answer = await server.ask(`/v1/query/${path}`, { as: server.home.adminToken });
      expect(answer.status, path).toBe(400);
    }
    const cursor = await server.ask("/v1/query/signals?after=x", { as: server.home.adminToken });
    expect(cursor.status).toBe(400);
  });
});
