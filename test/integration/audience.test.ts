import { describe, expect, it } from "vitest";
import type { AudienceSize, KnownPeople } from "../../lib/model/audience.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified, signalled, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const admins: Condition = { type: "attribute", of: "user", name: "role", op: "eq", value: "admin" };
const seats: Condition = { type: "attribute", of: "account", name: "seats", op: "gt", value: 5 };
const activated: Condition = { type: "signal", signal: "activated" };

describe.each(ENGINES)("the audience of a guide on %s", (engine) => {
  const server = useServer(engine);

  /** Ann is an admin of a large account, Bob has got to the app's value, Eve was here long ago. */
  async function workspace() {
    const ws = await server.newWorkspace();
    const segment = { id: "large", name: "Large accounts", when: seats };
    const path = "/v1/segments/large";
    await server.ask(path, { method: "PUT", as: ws.adminToken, body: segment });
    await server.ask(`${path}/publish`, { method: "POST", as: ws.adminToken });
    const person = (user: string, when = NOW) => ({
      userId: user,
      anonymousId: `of-${user}`,
      ...at(when),
    });
    const account = {
      ...identified("ann", { seats: 9 }, person("ann")),
      type: "group",
      groupId: "acme",
    };
    await server.send(
      [
        identified("ann", { role: "admin", nested: { not: "kept" } }, person("ann")),
        identified("bob", { role: "viewer" }, person("bob")),
        identified("eve", { role: "admin" }, person("eve", NOW - 60 * DAY)),
        account,
        used("x", person("ann")),
        used("x", person("bob")),
        used("x", person("eve", NOW - 60 * DAY)),
        signalled("activated", true, person("bob")),
      ],
      ws.writeKey,
    );
    return ws;
  }

  it("Y9: says how many of the people seen lately a condition fits, and what only devices know", async () => {
    const ws = await workspace();
    const size = async (condition: Condition) =>
      (
        await server.ask<AudienceSize>("/v1/query/audience", {
          method: "POST",
          as: ws.adminToken,
          body: { condition },
        })
      ).body;
    expect(await size(admins)).toEqual({ people: 1, of: 2, days: 28, undecided: null });
    expect(await size({ type: "any", of: [admins, activated] })).toMatchObject({ people: 2 });
    expect(await size({ type: "not", of: activated })).toMatchObject({ people: 1 });
    expect(await size({ type: "segment", segment: "large" })).toMatchObject({ people: 1 });
    const uses: Condition = { type: "used", feature: "x" };
    expect(await size({ type: "all", of: [admins, uses] })).toEqual({
      people: null,
      of: 2,
      days: 28,
      undecided: "used",
    });
  });

  it("Y4: tells authors of the people as whom a guide can be tried, those seen last first", async () => {
    const ws = await workspace();
    const { body } = await server.ask<KnownPeople>("/v1/query/people?limit=2", {
      as: ws.adminToken,
    });
    const ann = {
      user: "ann",
      account: "acme",
      traits: { role: "admin" },
      accountTraits: { seats: 9 },
    };
    expect(body.people).toHaveLength(2);
    expect(body.people).toContainEqual({ ...ann, signals: [] });
    expect(body.people).toContainEqual({
      user: "bob",
      account: null,
      traits: { role: "viewer" },
      accountTraits: {},
      signals: ["activated"],
    });
    const wrong = await server.ask("/v1/query/audience", {
      method: "POST",
      as: ws.adminToken,
      body: { condition: { type: "used" } },
    });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain("condition.feature");
  });
});
