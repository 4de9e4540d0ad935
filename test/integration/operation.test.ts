import { describe, expect, it } from "vitest";
import { createForwarder } from "../../server/forward/forwarder.ts";
import { createLog, type Log } from "../../server/log.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { healthOf } from "../support/health.ts";
import { identified, used } from "../support/messages.ts";
import { LOOPBACK, sendTo } from "../support/outbound.ts";
import { playbooksOf } from "../support/playbooks.ts";
import { useServer } from "../support/server.ts";

/** What belongs to somebody, each to be recognised wherever it turns up. */
const CANARY = {
  user: "canary-user-7f3a",
  mail: "canary.person@example.com",
  name: "Canary Surname",
  note: "canary: they said it in confidence",
  account: "canary-account",
  champion: "Canary Champion",
  device: "canary-device",
  secret: "canary-secret-value",
} as const;

describe.each(ENGINES)("operation on %s", (engine) => {
  const lines: string[] = [];
  const log: Log = createLog(
    (line) => lines.push(line),
    () => 0,
  );
  const server = useServer(engine, { log });

  it("R26: of everything that people do and say, and of everything that goes wrong, nothing personal is logged", async () => {
    const as = server.home.adminToken;
    const { user, mail, name, note, account, champion, device, secret } = CANARY;
    const context = { groupId: account };
    await server.send([
      identified(user, { name, email: mail }, { anonymousId: device, context }),
      used("save", { userId: user, anonymousId: device, context }),
      { type: "track", event: name, userId: user, timestamp: note },
    ]);
    await accountsOf(server).put(account, { name, champions: [{ name: champion, email: mail }] });
    const send = (method: string, path: string, body: object) =>
      server.ask(path, { method, as, body });
    await send("PUT", `/v1/accounts/${account}/touches/t`, {
      kind: "call",
      text: note,
      people: [name],
    });
    await send("PUT", "/v1/tasks/t", { account, title: note });
    await healthOf(server).say("s", { account, kind: "bake-off", note });
    await healthOf(server).compute();
    await playbooksOf(server).run("all", {
      name,
      when: { type: "attribute", of: "account", name: "customer", op: "eq", value: true },
      actions: [{ type: "alert", title: note, level: "info" }],
    });
    await playbooksOf(server).check();
    const data = Buffer.from(`id,name,${name}\n${account},${note}\n`).toString("base64");
    await send("POST", "/v1/imports", { name: `${name}.csv`, data });
    await send("PUT", "/v1/forwards/out", { kind: "segment", url: "http://127.0.0.1:9/", secret });
    const ending = new AbortController();
    const forwarder = createForwarder(
      { ...server.deps, random: () => 1, send: sendTo(ending.signal) },
      ending.signal,
    );
    await server.send([used("save", { userId: user })]);
    forwarder.wake(server.home.workspace);
    await forwarder.settled();
    ending.abort();
    for (const path of [
      `/v1/accounts/${mail}`,
      `/v1/users/${user}`,
      `/v1/query/people?q=${name}`,
    ]) {
      await server.ask(path, { as });
      await server.ask(path, { as: secret });
    }
    await send("PUT", `/v1/accounts/${account}`, { plan: { wrong: note } });
    await send("POST", "/v1/privacy/export", { of: { user } });
    await send("POST", "/v1/privacy/delete", { of: { user } });
    const { transaction } = server.db;
    server.db.transaction = () => Promise.reject(Object.assign(new Error(note), { code: "23505" }));
    await server.ask("/v1/guides", { as });
    server.db.transaction = transaction;

    expect(lines.length).toBeGreaterThan(20);
    const text = lines.join("\n");
    for (const value of [...Object.values(CANARY), server.home.writeKey, as]) {
      expect(text).not.toContain(value);
    }
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toContain("message");
  });

  it("R72: whoever may read reports reads what the process did and what waits, and nothing about people", async () => {
    const { home } = server;
    const stranger = await server.fetch("/metrics");
    expect(stranger.status).toBe(401);
    expect((await server.ask("/metrics", { as: home.writeKey })).status).toBe(403);
    await server.send([used("save", { userId: CANARY.user }), { type: "track" }]).catch(() => null);
    const answer = await server.ask<string>("/metrics", { as: home.adminToken });
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(answer.body).toContain('route="/v1/batch",status="200"');
    expect(answer.body).toMatch(/^waymark_messages_total\{outcome="accepted"\} [1-9]/m);
    expect(answer.body).toMatch(/^waymark_forward_waiting\{target="out"\} \d+$/m);
    expect(answer.body).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(answer.body).not.toContain("canary");
  });

  it("R75: administrators read what was done with personal tokens, and by whom; it names no people", async () => {
    const { home } = server;
    type Log = {
      items: { name: string; method: string; route: string; subject: string | null }[];
      next: string | null;
    };
    const as = home.adminToken;
    const body = { name: "Ann", role: "author" };
    const made = await server.ask<{ id: string; secret: string }>("/v1/tokens", {
      method: "POST",
      as,
      body,
    });
    const ann = made.body.secret;
    await accountsOf(server, ann).put("audited", { name: "Audited" });
    await server.ask("/v1/accounts/audited", { as: ann });
    const refused = { method: "PUT", as: ann, body: { plan: 7 } };
    expect((await server.ask("/v1/accounts/audited", refused)).status).toBe(400);
    await server.ask("/v1/users/audited-person", {
      method: "PUT",
      as: ann,
      body: { name: "Somebody" },
    });
    const { body: page } = await server.ask<Log>("/v1/audit?limit=3", { as });
    expect(
      page.items.map(({ name, method, route, subject }) => [name, method, route, subject]),
    ).toEqual([
      ["Ann", "PUT", "/v1/users/:id", null],
      ["Ann", "PUT", "/v1/accounts/:id", "audited"],
      ["First administrator", "POST", "/v1/tokens", null],
    ]);
    const { body: rest } = await server.ask<Log>(`/v1/audit?after=${page.next}`, { as });
    expect(rest.items.length).toBeGreaterThan(3);
    expect(JSON.stringify([page, rest])).not.toContain("audited-person");
    expect((await server.ask("/v1/audit", { as: ann })).status).toBe(403);
  });

  it("R65: a target in a private network is refused by the name of its field, and how to mend it is said", async () => {
    expect(await LOOPBACK.refusal("https://10.0.0.1/")).not.toBeNull();
    const body = { kind: "segment", url: "https://169.254.169.254/latest/meta-data" };
    const path = "/v1/forwards/inside";
    const answer = await server.ask<{ error: { problems: { path: string; allowed: string }[] } }>(
      path,
      {
        method: "PUT",
        as: server.home.adminToken,
        body,
      },
    );
    expect(answer.status).toBe(400);
    const [problem] = answer.body.error.problems;
    expect(problem?.path).toBe("url");
    expect(problem?.allowed).toContain("WAYMARK_FORWARD_NETWORKS");
  });
});
