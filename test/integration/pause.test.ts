import { describe, expect, it, vi } from "vitest";
import { Bundle, type SignedBundle } from "../../lib/model/bundle.ts";
import { parseJson } from "../../lib/model/parse.ts";
import type { GuidePauses } from "../../lib/model/query.ts";
import { DRIFT_LIMITS } from "../../server/drift/limits.ts";
import { pauseIfVanished } from "../../server/drift/pause.ts";
import type { FirstStart } from "../../server/first-start.ts";
import { ENGINES } from "../support/database.ts";
import { anchored, guide } from "../support/documents.ts";
import { at, type Fields, FOUND, guided, MISS } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const AUTO = { trigger: { start: "auto" }, steps: [anchored("save")] };
const HERE = { context: { waymark: { host: "app.test", path: "/reports" } } };
const ELSEWHERE = { context: { waymark: { host: "app.test", path: "/start" } } };

const saw = (user: string, target: object, more: Fields = {}, version = 1) =>
  guided(
    target === FOUND ? "step_shown" : "target_missing",
    { guide: "tour", version, step: "save", target },
    { userId: user, anonymousId: user, ...HERE, ...more },
  );
const crowd = (count: number, name: string, target: object, more: Fields = {}, version = 1) =>
  Array.from({ length: count }, (_, i) => saw(`${name}-${i}`, target, more, version));

describe.each(ENGINES)("pausing on %s", (engine) => {
  const server = useServer(engine);

  /** A workspace with a guide that starts by itself. */
  const published = async (body: object = AUTO) => {
    const ws = await server.newWorkspace();
    await publishIn(ws, body);
    return ws;
  };
  const publishIn = async ({ adminToken: as }: FirstStart, body: object) => {
    await server.ask("/v1/guides/tour", { method: "PUT", as, body: guide("tour", body) });
    await server.ask("/v1/guides/tour/publish", { method: "POST", as });
  };
  const bundleOf = async ({ writeKey }: FirstStart) => {
    const { body } = await server.ask<SignedBundle>("/v1/bundle", { as: writeKey });
    const bundle = parseJson(Bundle, body.payload);
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.error));
    return bundle.value;
  };
  const isPaused = async (ws: FirstStart) => (await bundleOf(ws)).guides[0]?.pausedAt !== undefined;
  /** Nobody waits for the look into misses, and it rests after each one. */
  const paused = (ws: FirstStart) =>
    vi.waitFor(async () => expect(await isPaused(ws)).toBe(true), { timeout: 15_000 });
  const pausesOf = async ({ adminToken: as }: FirstStart) =>
    (await server.ask<GuidePauses>("/v1/query/pauses", { as })).body.pauses;
  /** Judges at once, so that a test can say that nothing comes of it. */
  const judge = ({ workspace }: FirstStart) =>
    server.db.transaction(workspace, (sql) =>
      pauseIfVanished(sql, { workspace, guide: "tour", at: server.time.now }, DRIFT_LIMITS),
    );

  it("R32: more than half of 20 people who do not find it pause the guide in a new bundle", async () => {
    const ws = await published();
    await server.send(crowd(8, "lucky", FOUND), ws.writeKey);
    await server.send(crowd(11, "lost", MISS), ws.writeKey);
    expect(await judge(ws), "19 people").toBe(false);
    const { revision } = await bundleOf(ws);
    await server.send([saw("last", MISS)], ws.writeKey);
    await paused(ws);
    expect(await bundleOf(ws)).toMatchObject({
      revision: revision + 1,
      guides: [{ version: 1, pausedAt: NOW }],
    });
    expect(await pausesOf(ws)).toEqual([
      {
        guide: "tour",
        version: 1,
        name: { en: "Guide tour" },
        step: "save",
        title: { en: "Step save" },
        missed: 12,
        of: 20,
        missedSince: NOW,
        pausedAt: NOW,
      },
    ]);
    expect(await judge(ws), "a second time").toBe(false);
  });

  it("R32: half of them, people of last week, and one person's many tries do not pause it", async () => {
    const ws = await published();
    await server.send(crowd(12, "lucky", FOUND), ws.writeKey);
    await server.send(crowd(12, "lost", MISS), ws.writeKey);
    await server.send(
      Array.from({ length: 40 }, () => saw("lost-0", MISS)),
      ws.writeKey,
    );
    await server.send(crowd(40, "old", MISS, at(NOW - 8 * DAY)), ws.writeKey);
    expect(await judge(ws)).toBe(false);
    expect(await isPaused(ws)).toBe(false);
  });

  it("R32: a miss on a page where the element never was is only a step that waits for its page", async () => {
    const ws = await published();
    await server.send(crowd(10, "there", FOUND), ws.writeKey);
    await server.send(crowd(40, "on-the-way", MISS, ELSEWHERE), ws.writeKey);
    expect(await judge(ws)).toBe(false);
    await server.send(crowd(30, "lost", MISS), ws.writeKey);
    await paused(ws);
    expect((await pausesOf(ws))[0]).toMatchObject({ missed: 30, of: 40 });
  });

  it("R32: what can do without its element, or starts only when asked for, is not paused", async () => {
    const skipped = await published({ ...AUTO, steps: [anchored("save", { onMissing: "skip" })] });
    const manual = await published({ ...AUTO, trigger: { start: "manual" } });
    for (const ws of [skipped, manual]) {
      await server.send(crowd(40, "lost", MISS), ws.writeKey);
      expect(await judge(ws)).toBe(false);
    }
  });

  it("R32: where identities are signed, those that nobody vouched for pause nothing", async () => {
    const ws = await published();
    await server.ask("/v1/identity-keys", {
      method: "POST",
      as: ws.adminToken,
      body: { id: "k", algorithm: "HS256" },
    });
    await server.send(crowd(40, "made-up", MISS), ws.writeKey);
    expect(await judge(ws)).toBe(false);
  });

  it("R33: an author resumes it, and only what is seen afterwards can pause it again", async () => {
    const ws = await published();
    await server.send(crowd(30, "lost", MISS), ws.writeKey);
    await paused(ws);
    const { revision } = await bundleOf(ws);
    const path = "/v1/guides/tour/resume";
    expect((await server.ask(path, { method: "POST", as: ws.writeKey })).status).toBe(403);
    for (const _ of [1, 2]) {
      const answer = await server.ask(path, { method: "POST", as: ws.adminToken });
      expect(answer.body).toEqual({ version: 1, revision: revision + 1 });
    }
    expect(await isPaused(ws)).toBe(false);
    expect(await pausesOf(ws)).toEqual([]);
    expect(await judge(ws)).toBe(false);
    server.time.now = NOW + 60_000;
    await server.send(crowd(20, "lost", MISS, at(NOW + 30_000)), ws.writeKey);
    await paused(ws);
    expect((await pausesOf(ws))[0]).toMatchObject({ missed: 20, of: 20, missedSince: NOW });
    server.time.now = NOW;
  });

  it("R33: a new version starts again", async () => {
    const ws = await published();
    await server.send(crowd(30, "lost", MISS), ws.writeKey);
    await paused(ws);
    await publishIn(ws, { ...AUTO, name: { en: "Mended" } });
    expect(await isPaused(ws)).toBe(false);
    expect(await pausesOf(ws)).toEqual([]);
    expect(await judge(ws)).toBe(false);
  });
});
