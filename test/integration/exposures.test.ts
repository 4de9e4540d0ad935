import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { WIRE_EVENTS } from "../../lib/model/wire.ts";
import { exposureToWire } from "../../lib/sync/wire.ts";
import { ENGINES } from "../support/database.ts";
import { signalled } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("experiments on %s", (engine) => {
  const server = useServer(engine);

  const exposed = (user: string, arm: string, at: number) =>
    exposureToWire(
      { id: randomUUID(), ts: at, boot: "b", seq: 0 },
      { experiment: "lift", arm, guide: "tour", guideVersion: 1 },
      { device: `device of ${user}`, version: "1.0.0", user },
    ).message;

  it("D27: who met which arm when is kept, beside what they reached afterwards, so that lift can be computed", async () => {
    const ws = await server.newWorkspace();
    const sent = [
      exposed("ann", "guide", NOW - 5000),
      exposed("ann", "guide", NOW - 1000),
      exposed("bob", "holdout", NOW - 5000),
      exposed("cid", "guide", NOW - 5000),
      signalled("active", true, { userId: "ann" }),
    ];
    await server.send(sent, ws.writeKey);
    await server.send(sent, ws.writeKey);
    const arms = await server.db.transaction(ws.workspace, (sql) =>
      sql.query(
        `SELECT properties->>'variation_id' AS arm, count(DISTINCT e.person)::int AS people,
           count(DISTINCT s.person)::int AS reached
         FROM events e LEFT JOIN signal_values s
           ON s.workspace_id = e.workspace_id AND s.person = e.person AND s.signal = 'active'
           AND s.value = 'true' AND s.since >= e.at
         WHERE event = $1 AND properties->>'experiment_id' = 'lift' GROUP BY 1 ORDER BY 1`,
        [WIRE_EVENTS.exposure],
      ),
    );
    expect(arms).toEqual([
      { arm: "guide", people: 2, reached: 1 },
      { arm: "holdout", people: 1, reached: 0 },
    ]);
  });

  it("D27: experiments of other tools come by the same name and are kept as they are", async () => {
    const ws = await server.newWorkspace();
    const message = {
      ...exposed("ann", "x", NOW),
      properties: { experimentId: 7, variation: "B" },
    };
    expect((await server.send([message], ws.writeKey)).success).toBe(true);
  });
});
