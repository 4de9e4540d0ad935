import { describe, expect, it } from "vitest";
import type { GuideTargets } from "../../lib/model/query.ts";
import { ENGINES } from "../support/database.ts";
import { anchored, guide, publish, put, step } from "../support/documents.ts";
import { at, type Fields, guided } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;

describe.each(ENGINES)("targets of guides on %s", (engine) => {
  const server = useServer(engine);

  const saw = (outcome: string, more: Fields = {}, place: Fields = {}) =>
    guided(
      outcome === "found" || outcome === "likely" ? "step_shown" : "target_missing",
      { guide: "tour", version: 1, step: "save", target: { outcome, score: 0.5, ...place } },
      { anonymousId: undefined, ...more },
    );
  const targets = async (more = "") =>
    (
      await server.ask<GuideTargets>(`/v1/query/guides/tour/targets?days=2${more}`, {
        as: server.home.adminToken,
      })
    ).body;

  it("R31: each person counts once, with the last that was seen, by day, language and build", async () => {
    await put(server, "guides", guide("tour", { steps: [step("hello"), anchored("save")] }));
    await publish(server, "guides", "tour");
    const german = { lang: "de", build: "5.1" };
    await server.send([
      saw("absent", { userId: "ann", ...at(NOW - DAY) }),
      saw("found", { userId: "ann", ...at(NOW) }, german),
      saw("found", { userId: "bob", ...at(NOW - DAY) }),
      saw("ambiguous", { userId: "bob", ...at(NOW) }, german),
      saw("likely", { userId: "cat", ...at(NOW) }),
      // Late content: the person was told to wait, and then it came.
      saw("absent", { userId: "dan", ...at(NOW - 2000) }),
      saw("found", { userId: "dan", ...at(NOW) }),
      saw("absent", { userId: "old", ...at(NOW - 3 * DAY) }),
      guided("target_missing", { guide: "tour", version: 1, step: "save" }, { userId: "eve" }),
    ]);
    const answer = await targets();
    expect(answer).toMatchObject({ guide: "tour", version: 1, days: 2, pause: null });
    expect(answer.steps).toEqual([
      {
        step: "save",
        at: 2,
        title: { en: "Step save" },
        found: 2,
        likely: 1,
        missing: 1,
        lastSeen: NOW,
        lastMissing: NOW,
        perDay: [
          { day: "2026-03-09", found: 1, likely: 0, missing: 1 },
          { day: "2026-03-10", found: 2, likely: 1, missing: 1 },
        ],
        places: [
          { lang: null, build: null, found: 2, likely: 1, missing: 1, last: NOW },
          { lang: "de", build: "5.1", found: 1, likely: 0, missing: 1, last: NOW },
        ],
      },
    ]);
  });

  it("R31: covered or disabled is there; likely and not asked about is not found", async () => {
    await put(server, "guides", guide("there", { steps: [anchored("save")] }));
    await publish(server, "guides", "there");
    const told = (action: "step_shown" | "target_missing", outcome: string, userId: string) => {
      const target = { outcome, score: 0.5 };
      return guided(action, { guide: "there", version: 1, step: "save", target }, { userId });
    };
    await server.send([
      told("step_shown", "covered", "ann"),
      told("step_shown", "disabled", "bob"),
      told("step_shown", "likely", "cat"),
      told("target_missing", "likely", "dan"),
    ]);
    const path = "/v1/query/guides/there/targets";
    const { body } = await server.ask<GuideTargets>(path, { as: server.home.adminToken });
    expect(body.steps[0]).toMatchObject({ found: 2, likely: 1, missing: 1 });
  });

  it("R31: another version and another workspace have figures of their own", async () => {
    await put(server, "guides", guide("tour", { steps: [anchored("save")] }));
    await publish(server, "guides", "tour");
    expect((await targets()).steps[0]).toMatchObject({ found: 0, likely: 0, missing: 0 });
    expect((await targets("&version=1")).steps[0]).toMatchObject({ found: 2 });
    const other = await server.newWorkspace();
    const path = "/v1/query/guides/tour/targets";
    expect((await server.ask(path, { as: other.adminToken })).status).toBe(404);
    expect((await server.ask(path, { as: server.home.writeKey })).status).toBe(403);
  });

  it("R31: a detail that is not understood costs nothing but itself", async () => {
    const odd = [
      { outcome: "vanished", score: 0.5 },
      { outcome: "found", score: 7 },
      { outcome: "found", score: 0.5, text: "what was in the page" },
      "found",
    ];
    const reply = await server.send(
      odd.map((target) =>
        guided("step_shown", { guide: "tour", version: 1, step: "save", target }, { userId: "x" }),
      ),
    );
    expect(reply.success).toBe(true);
    expect((await targets("&version=1")).steps[0]).toMatchObject({ found: 2, likely: 1 });
  });
});
