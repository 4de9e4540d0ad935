import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ACCOUNT_NEWS, AccountNews } from "../../lib/model/account-news.ts";
import type { NewForward } from "../../lib/model/forward.ts";
import { parse } from "../../lib/model/parse.ts";
import type { Received } from "../support/collector.ts";
import { ENGINES } from "../support/database.ts";
import { useForwarding } from "../support/forwarding.ts";
import { at, used } from "../support/messages.ts";
import { NOW } from "../support/server.ts";

interface Event {
  id: string;
  type: string;
  time: string;
  data: { event: string; properties: Record<string, unknown> };
}

describe.each(ENGINES)("news of accounts on %s", (engine) => {
  const out = useForwarding(engine);
  const events = () => out.collector.requests.map(({ body }) => body as Event);
  const hook = (more: Partial<NewForward> = {}): NewForward => ({
    kind: "cloudevents",
    url: out.collector.url,
    takes: "playbooks",
    changes: [...ACCOUNT_NEWS],
    ...more,
  });

  it("R69: what becomes another about an account is told, in order, in the form that is published", async () => {
    await out.put("hook", hook());
    await out.accounts.put("acme", { name: "Acme", plan: "team", stage: "onboarding" });
    out.server.time.now = NOW + 1_000;
    await out.accounts.put("acme", { plan: "pro", champions: [{ name: "Ann Lee" }] }, "?as=hand");
    await out.accounts.put("acme", { plan: "pro" });
    out.server.time.now = NOW + 2_000;
    const task = { account: "acme", title: "Call them" };
    await out.call("PUT", "/v1/tasks/t1", task);
    await out.call("POST", "/v1/tasks/t1/change", { state: "done" });
    await out.sent();
    const told = events();
    for (const { data, type, time } of told) {
      expect(parse(AccountNews, data).ok, JSON.stringify(data)).toBe(true);
      expect(type).toBe(`waymark.${data.event}`);
      expect(Date.parse(time)).toBeGreaterThanOrEqual(NOW);
    }
    expect(told.map(({ data }) => data.event)).toEqual([
      ...["account.changed", "account.stage_changed", "account.changed"],
      ...["task.made", "task.changed"],
    ]);
    expect(told[2]?.data.properties).toEqual({
      account: "acme",
      source: "hand",
      changed: [{ field: "plan", before: "team", after: "pro" }, { field: "champions" }],
    });
    expect(told[4]?.data.properties).toMatchObject({ task: "t1", state: "done" });
    expect(JSON.stringify(told)).not.toContain("Ann Lee");
  });

  it("R69: what an app says is told too, and how accounts stand when that changes", async () => {
    await out.put("hook", hook({ changes: ["account.changed", "risk.changed"] }));
    const said = { type: "group", groupId: "acme", traits: { plan: "pro" }, messageId: "g" };
    await out.server.send([{ ...said, ...at(NOW) }], out.writeKey);
    await out.call("POST", "/v1/health/compute");
    const sign = { account: "acme", kind: "bake-off", level: "high" };
    await out.call("PUT", "/v1/churn-signals/s1", sign);
    await out.sent();
    const [first, ...others] = events().map(({ data }) => data);
    expect(first).toMatchObject({ event: "account.changed", properties: { source: "app" } });
    expect(others).toMatchObject([
      { event: "risk.changed", properties: { account: "acme", after: "high" } },
    ]);
  });

  it("R69: each target gets what it asked for, and nothing that was not kept", async () => {
    await out.put("stages", hook({ changes: ["account.stage_changed"] }));
    await out.put("people", { kind: "segment", url: `${out.collector.url}/all` });
    const refused = await out.call("PUT", "/v1/accounts/acme", { plan: "x", stage: "nowhere" });
    expect(refused.status).toBe(400);
    await out.accounts.put("acme", { plan: "pro", stage: "onboarding" });
    await out.server.send([used("save")], out.writeKey);
    await out.sent();
    const byPath = Map.groupBy(out.collector.requests, ({ path }) => path);
    expect(byPath.get("/")?.map(({ body }) => (body as Event).data.event)).toEqual([
      "account.stage_changed",
    ]);
    expect(byPath.get("/all")?.[0]?.text).not.toContain("account.");
  });

  it("R69: nobody but the server can say it: what an app calls so is what people do", async () => {
    await out.put("all", hook({ takes: "all" }));
    const forged = { ...used("x"), event: "risk.changed", properties: {}, news: true };
    await out.server.send([forged], out.writeKey);
    await out.sent();
    expect(events().map(({ type }) => type)).toEqual(["waymark.track"]);
  });

  it("R70: a target that is paused gets nothing until it goes on, and then everything once", async () => {
    await out.put("hook", hook());
    await out.call("POST", "/v1/forwards/hook/pause", { paused: true });
    await out.accounts.put("acme", { plan: "team" });
    await out.sent();
    expect(out.collector.requests).toEqual([]);
    expect(await out.state("hook")).toMatchObject({ paused: true, waiting: 1 });
    await out.call("POST", "/v1/forwards/hook/pause", { paused: false });
    await out.sent();
    await out.sent();
    expect(events()).toHaveLength(1);
    expect(await out.state("hook")).toMatchObject({ paused: false, waiting: 0, sent: 1 });
  });

  it("R70: what failed is said with its time, and is tried at once when somebody asks, with the same id", async () => {
    await out.put("hook", hook());
    out.collector.answers = [{ status: 503 }, { status: 200 }];
    await out.call("POST", "/v1/forwards/hook/test");
    await out.sent();
    expect(await out.state("hook")).toMatchObject({
      waiting: 1,
      error: "The target answered HTTP 503.",
      failedAt: NOW,
    });
    await out.call("POST", "/v1/forwards/hook/pause", { paused: false });
    await out.sent();
    const ids = events().map(({ id }) => id);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await out.state("hook")).toMatchObject({ waiting: 0, error: null });
  });

  it("R70: for a day after a change both secrets sign, then the new one alone", async () => {
    const { secret: old = "" } = await out.put("hook", hook({ sign: true }));
    const { body } = await out.call("POST", "/v1/forwards/hook/secret");
    const signaturesAt = async (time: number) => {
      out.server.time.now = time;
      await out.call("POST", "/v1/forwards/hook/test");
      await out.sent();
      const { headers, text } = out.collector.requests.at(-1) as Received;
      const what = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`;
      const by = (key: string) => `v1,${createHmac("sha256", key).update(what).digest("base64")}`;
      return { said: headers["webhook-signature"], old: by(old), young: by(body.secret ?? "") };
    };
    const soon = await signaturesAt(NOW + 60_000);
    expect(soon.said).toBe(`${soon.young} ${soon.old}`);
    const late = await signaturesAt(NOW + 25 * 3_600_000);
    expect(late.said).toBe(late.young);
  });

  it("R70: what signs is made by the server and told once, and anew when somebody asks", async () => {
    const made = await out.put("hook", hook({ sign: true }));
    expect(made.secret?.length).toBeGreaterThan(30);
    expect(await out.put("hook", hook({ sign: true }))).not.toHaveProperty("secret");
    const { body: again } = await out.call("POST", "/v1/forwards/hook/secret");
    expect(again.secret).not.toBe(made.secret);
    expect(JSON.stringify(await out.state("hook"))).not.toContain(again.secret);
    await out.put("plain", { kind: "segment", url: out.collector.url, secret: "theirs" });
    expect((await out.call("POST", "/v1/forwards/plain/secret")).status).toBe(409);
    expect((await out.call("POST", "/v1/forwards/none/test")).status).toBe(404);
  });
});
