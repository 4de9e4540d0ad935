import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NewForward } from "../../lib/model/forward.ts";
import { ENGINES } from "../support/database.ts";
import { useForwarding } from "../support/forwarding.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { at } from "../support/messages.ts";
import { playbooksOf } from "../support/playbooks.ts";
import { NOW, useServer } from "../support/server.ts";

describe.each(ENGINES)("e-mail on %s", (engine) => {
  let post: MailServer;
  beforeAll(async () => {
    post = await startMailServer();
  });
  afterAll(() => post.close());
  beforeEach(() => {
    post.mails.length = 0;
  });
  const out = useForwarding(engine, () => post.url);
  const target: NewForward = { kind: "email", url: "mailto:team@example.com", toOwner: true };
  const fire = async (words: { title?: string; text?: string } = {}) => {
    const playbooks = playbooksOf(out.server, out.as);
    const when = { type: "attribute", of: "account", name: "plan", op: "eq", value: "pro" };
    const actions = [{ type: "webhook", forward: "mail", ...words }];
    await playbooks.run("upsell", { name: "Upsell", when, actions });
    await playbooks.check();
    await out.sent();
    return (await playbooks.runs("upsell"))[0]?.id;
  };

  it("J16: a playbook writes to the CSM and the team, in plain text, what it was told to say", async () => {
    await out.put("mail", target);
    const owner = "csm@example.com";
    await out.accounts.put("acme", { name: "Acme", plan: "pro", owner }, "?as=hand");
    const title = "{{account.name|They}}: время поговорить";
    const run = await fire({ title, text: "Plan {{account.plan|?}}.\nCall them." });
    expect(post.mails).toHaveLength(1);
    const [mail] = post.mails;
    expect(mail).toMatchObject({ from: "waymark@example.com", to: [owner, "team@example.com"] });
    const head = mail?.text.split("\r\n\r\n")[0] ?? "";
    expect(head).toContain(`Message-ID: <${run}.0@waymark>`);
    expect(head).toContain("Content-Type: text/plain; charset=utf-8");
    expect(head).toContain("Auto-Submitted: auto-generated");
    expect(head).toContain("=?UTF-8?");
    expect(mail?.text).toContain("Plan pro.\r\nCall them.\r\n\r\nAcme (acme)\r\nUpsell");
    expect(await out.state("mail")).toMatchObject({ sent: 1, waiting: 0, error: null });
  });

  it("J16: an address that only an app said is not written to, and where there is nobody that is said", async () => {
    await out.put("mail", { kind: "email", url: "mailto:", toOwner: true });
    const traits = { plan: "pro", owner: "victim@example.com" };
    const said = { type: "group", groupId: "acme", traits, messageId: "g", ...at(NOW) };
    await out.server.send([said], out.writeKey);
    await fire();
    expect(post.mails).toEqual([]);
    expect(await out.state("mail")).toMatchObject({
      dropped: 1,
      error: expect.stringContaining("Nobody to write to"),
    });
  });

  it("R59: a mail server that is busy gets it again, one that refuses for good does not", async () => {
    await out.put("mail", target);
    await out.accounts.put("acme", { plan: "pro" });
    post.refusals.push({ code: 451, message: "later" }, { code: 554, message: "no" });
    await fire();
    const state = await out.state("mail");
    expect(state).toMatchObject({ waiting: 1, error: "The mail server answered 451." });
    out.server.time.now = NOW + 60_000;
    await out.sent();
    expect(await out.state("mail")).toMatchObject({ waiting: 0, dropped: 1, sent: 0 });
    out.server.time.now = NOW + 600_000;
    await out.call("POST", "/v1/forwards/mail/test");
    await out.sent();
    expect(post.mails.map(({ text }) => /Subject: (.*)/.exec(text)?.[1])).toEqual([
      "Waymark: test",
    ]);
  });

  it("J16: what cannot be a target is refused by field", async () => {
    const refusals: [Partial<NewForward>, string][] = [
      [{ url: "mailto:nobody" }, "url"],
      [{ url: "mailto:", toOwner: false }, "url"],
      [{ url: "https://example.com" }, "url"],
      [{ takes: "all" }, "takes"],
      [{ changes: ["risk.changed"] }, "changes"],
      [{ kind: "segment", url: out.collector.url }, "toOwner"],
    ];
    for (const [wrong, path] of refusals) {
      const body = { ...target, ...wrong };
      const { status, body: answer } = await out.call<{ error: { problems: object[] } }>(
        "PUT",
        "/v1/forwards/mail",
        body,
      );
      expect(status, JSON.stringify(body)).toBe(400);
      expect(answer.error.problems).toMatchObject([{ path }]);
    }
  });
});

describe("without a mail server", () => {
  const server = useServer("embedded");

  it("J16: an e-mail target says how the server is to be started", async () => {
    const { status, body } = await server.ask<{ error: { problems: { allowed: string }[] } }>(
      "/v1/forwards/mail",
      {
        method: "PUT",
        as: server.home.adminToken,
        body: { kind: "email", url: "mailto:a@example.com" },
      },
    );
    expect(status).toBe(400);
    expect(body.error.problems[0]?.allowed).toContain("SMTP_URL=");
  });
});
