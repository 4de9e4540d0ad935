import { describe, expect, it } from "vitest";
import type { GuideLift } from "../../lib/model/lift.ts";
import { ENGINES } from "../support/database.ts";
import { feature, guide, publish, put, signal } from "../support/documents.ts";
import { at, type Fields, signalled, viewed } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const MET = NOW - 20 * DAY;

describe.each(ENGINES)("lift on %s", (engine) => {
  const server = useServer(engine);

  /** A workspace with a guide in an experiment of the given kind. */
  async function design(unit: "user" | "account", holdout = 0.5) {
    const ws = await server.newWorkspace();
    const as = ws.adminToken;
    const experiment = { id: "lift", name: "Lift", seed: "s", unit, coverage: 1, holdout };
    for (const [kind, body] of [
      ["features", feature("save")],
      ["signals", signal("active", "save")],
      ["experiments", experiment],
      ["guides", guide("tour", { experiment: "lift", goal: "active", trigger: { start: "auto" } })],
    ] as const) {
      await put(server, kind, body, { as });
      expect((await publish(server, kind, body.id, { as })).status).toBe(201);
    }
    return {
      send: (messages: Fields[]) => server.send(messages, ws.writeKey),
      lift: async () => (await server.ask<GuideLift>("/v1/query/guides/tour/lift", { as })).body,
      publish: async (kind: string, body: { id: string }) => {
        await put(server, kind, body, { as });
        await publish(server, kind, body.id, { as });
      },
    };
  }

  /** `count` people of an arm, of whom `reached` came to the goal a day later. */
  const arm = (name: "guide" | "holdout", count: number, reached: number, accounts = count) =>
    Array.from({ length: count }, (_, i) => {
      const context = { groupId: `${name} ${i % accounts}` };
      const more = { userId: `${name} person ${i}`, anonymousId: undefined, context };
      const goal = signalled("active", true, more, { since: MET + DAY });
      return [viewed("lift", name, { ...more, ...at(MET) }), ...(i < reached ? [goal] : [])];
    }).flat();

  it("R56: rates of both arms with their intervals, and that of the difference", async () => {
    const { send, lift } = await design("user");
    await send(arm("guide", 70, 56));
    await send(arm("holdout", 80, 48));
    const answer = await lift();
    expect(answer).toMatchObject({
      guide: "tour",
      experiment: { id: "lift", unit: "user", holdout: 0.5, shared: [] },
      goal: { signal: "active", name: "Signal active" },
      within: 14 * DAY,
      result: {
        arms: {
          guide: { units: 70, people: 70, reached: 56 },
          holdout: { people: 80, reached: 48 },
        },
        open: 0,
        before: 0,
        verdict: "more",
      },
    });
    // The published example: 56/70 − 48/80.
    expect(answer.result?.difference?.value).toBeCloseTo(0.2, 10);
    expect(answer.result?.difference?.low).toBeCloseTo(0.0524, 4);
    expect(answer.result?.difference?.high).toBeCloseTo(0.3339, 4);
  });

  it("R56: whoever had reached the goal before, still has time, or came too late is not counted as moved", async () => {
    const { send, lift } = await design("user");
    const person = (userId: string) => ({ userId, anonymousId: undefined });
    await send([
      viewed("lift", "guide", { ...person("before"), ...at(MET) }),
      signalled("active", true, person("before"), { since: MET - 1 }),
      viewed("lift", "guide", { ...person("late"), ...at(MET) }),
      signalled("active", true, person("late"), { since: MET + 14 * DAY + 1 }),
      viewed("lift", "guide", { ...person("just"), ...at(MET) }),
      viewed("lift", "guide", { ...person("just"), ...at(MET + DAY) }),
      signalled("active", true, person("just"), { since: MET + 14 * DAY }),
      viewed("lift", "guide", { ...person("quick"), ...at(NOW - DAY) }),
      signalled("active", true, person("quick"), { since: NOW }),
      viewed("lift", "holdout", { ...person("slow"), ...at(NOW - DAY) }),
      // The arm met first counts.
      viewed("lift", "holdout", { ...person("late"), ...at(NOW - DAY) }),
    ]);
    const { result } = await lift();
    expect(result).toMatchObject({ open: 2, before: 1, difference: null, verdict: "few" });
    expect(result?.arms.guide).toMatchObject({ units: 4, people: 2, reached: 1 });
    expect(result?.arms.holdout).toEqual({ units: 1, people: 0, reached: 0, rate: null });
  });

  it("R56: arms of other sizes than drawn say nothing, whatever their rates", async () => {
    const { send, lift } = await design("user");
    await send(arm("guide", 90, 80));
    await send(arm("holdout", 40, 10));
    expect((await lift()).result?.verdict).toBe("mismatch");
  });

  it("R56: fewer than 30 people in an arm are too few", async () => {
    const { send, lift } = await design("user");
    await send(arm("guide", 29, 29));
    await send(arm("holdout", 31, 0));
    expect((await lift()).result?.verdict).toBe("few");
  });

  it("R56: where accounts are drawn, colleagues do not count as independent", async () => {
    const people = await design("user");
    const accounts = await design("account");
    // Everybody of the first accounts, nobody of the others.
    const alike = (name: "guide" | "holdout", those: number) =>
      arm(name, 80, 0, 10).concat(
        Array.from({ length: 80 }, (_, i) => i)
          .filter((i) => i % 10 < those)
          .map((i) =>
            signalled(
              "active",
              true,
              { userId: `${name} person ${i}`, anonymousId: undefined },
              { since: MET + DAY },
            ),
          ),
      );
    for (const one of [people, accounts]) {
      await one.send(alike("guide", 7));
      await one.send(alike("holdout", 4));
    }
    expect((await people.lift()).result?.verdict).toBe("more");
    const { result } = await accounts.lift();
    expect(result?.verdict).toBe("open");
    expect(result?.arms.guide).toMatchObject({ units: 10, people: 80, reached: 56 });
  });

  it("R56: an outcome signal of the guide says goal and time; without experiment there is nothing to compare", async () => {
    const { lift, publish: also } = await design("user");
    await also("guides", guide("tour", { trigger: { start: "auto" } }));
    expect(await lift()).toMatchObject({ experiment: null, goal: null, result: null });
    const outcome = {
      id: "moved",
      name: "Moved",
      kind: "outcome",
      guide: "tour",
      goal: "active",
      within: "3d",
    };
    await also("signals", outcome);
    await also("guides", guide("tour", { experiment: "lift", trigger: { start: "auto" } }));
    await also("guides", guide("more", { experiment: "lift", trigger: { start: "auto" } }));
    const answer = await lift();
    expect(answer).toMatchObject({ goal: { signal: "active" }, within: 3 * DAY });
    expect(answer.experiment?.shared).toEqual([{ en: "Guide more" }]);
    expect(answer.result?.verdict).toBe("few");
  });
});
