import { describe, expect, it } from "vitest";
import type { AccountOutcome } from "../../lib/model/account.ts";
import type { DataExport } from "../../lib/model/privacy.ts";
import { OWN_TABLES, PLAIN_TABLES, WRITTEN_TABLES } from "../../server/privacy/catalogue.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { at, identified, used } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const HOUR = 3_600_000;
const EMAIL = "ann@example.com";
const ANN = { name: "Ann Lee", email: EMAIL, user: "u1" };
const BEN = { name: "Ben Roth", email: "ben@example.com" };

const TEXTS = `
  SELECT c.relname AS name, jsonb_agg(a.attname ORDER BY a.attnum) AS columns FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    AND a.atttypid NOT IN ('uuid'::regtype, 'timestamptz'::regtype, 'date'::regtype, 'boolean'::regtype,
      'integer'::regtype, 'bigint'::regtype, 'double precision'::regtype)
  GROUP BY 1 ORDER BY 1`;

describe.each(ENGINES)("privacy of accounts on %s", (engine) => {
  const server = useServer(engine);

  async function newCustomer() {
    const { workspace, writeKey, adminToken: as } = await server.newWorkspace();
    const send = async <T>(method: string, path: string, body: object): Promise<T> => {
      const answer = await server.ask<T>(path, { method, as, body });
      expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
      return answer.body;
    };
    const traits = { email: EMAIL, name: "Ann Lee" };
    const context = { groupId: "acme" };
    await server.send(
      [identified("u1", traits, { context }), used("save", { userId: "u1", context })],
      writeKey,
    );
    const accounts = accountsOf(server, as);
    const erase = () => send("POST", "/v1/privacy/delete", { of: { user: "u1" } });
    return { workspace, writeKey, as, send, accounts, erase };
  }
  type Customer = Awaited<ReturnType<typeof newCustomer>>;

  /** She is named at every place where people write. */
  async function writeAbout({ send, accounts, workspace, writeKey }: Customer) {
    await accounts.put(
      "acme",
      {
        champions: [ANN, BEN],
        owner: "csm@waymark.example",
        goals: [{ text: `${EMAIL} trains two teams`, state: "open" }],
        expectations: `Reports for ${EMAIL}.`,
        custom: { contact: EMAIL },
      },
      "?as=hand",
    );
    await accounts.put("acme", { champions: [ANN] });
    const people = ["Ann Lee", "u1", EMAIL, "Ben Roth"];
    const text = `Ann Lee (${EMAIL}) likes it.`;
    await send("PUT", "/v1/accounts/acme/touches/t1", { kind: "call", people, text });
    await send("PUT", "/v1/tasks/t1", { account: "acme", title: `Write to ${EMAIL}`, note: text });
    const sign = { account: "acme", kind: "custom", name: `Lost ${EMAIL}`, note: text };
    await send("PUT", "/v1/churn-signals/s1", sign);
    const risk = { account: "acme", level: "high" };
    const { id } = await send<{ id: string }>("POST", "/v1/risk-cases", risk);
    const plan = { type: "client", cause: text, plan: text, people };
    await send("POST", `/v1/risk-cases/${id}/change`, plan);
    const csv = `id,mrr,champion email\nacme,${EMAIL},${EMAIL}\n`;
    const file = { name: `from ${EMAIL} (2).csv`, data: Buffer.from(csv).toString("base64") };
    await send("POST", "/v1/imports", file);
    const group = { type: "group", groupId: "acme", traits: { contact: EMAIL, owner: "csm" } };
    await server.send([{ ...group, messageId: "g", ...at(NOW) }], writeKey);
    await server.db.transaction(workspace, async (sql) => {
      const run = "00000000-0000-7000-8000-000000000001";
      const one = [workspace, run, JSON.stringify({ note: EMAIL })];
      await sql.query(
        `INSERT INTO playbooks VALUES ($1, 'p', '{}', false, now(), $2, NULL)`,
        one.slice(0, 2),
      );
      await sql.query(
        `INSERT INTO playbook_runs (workspace_id, id, playbook, account_id, since, at, body, why, results)
         VALUES ($1, $2, 'p', 'acme', now(), now(), '{}', $3::jsonb, $3::jsonb)`,
        one,
      );
      await sql.query(
        `INSERT INTO alerts (workspace_id, id, account_id, playbook, run, level, title, at)
         VALUES ($1, 'a', 'acme', 'p', $2, 'info', 'Call ann@example.com', now())`,
        one.slice(0, 2),
      );
      await sql.query(
        `INSERT INTO forward_queue (workspace_id, forward, received_at, message_id, at, message)
         VALUES ($1, 'f', now(), 'm', now(), $2)`,
        [workspace, JSON.stringify({ type: "track", properties: { title: `To "${EMAIL}"` } })],
      );
      await sql.query(
        `UPDATE account_health SET causes = $2::jsonb WHERE workspace_id = $1 AND account_id = 'acme'`,
        [workspace, JSON.stringify([{ name: `Lost ${EMAIL}` }])],
      );
    });
  }

  /** Every text of the workspace, by table. */
  const textsOf = (workspace: string) =>
    server.db.transaction(workspace, async (sql) => {
      const texts: Record<string, string> = {};
      for (const table of [...Object.keys(WRITTEN_TABLES), ...OWN_TABLES]) {
        texts[table] = JSON.stringify(await sql.query(`SELECT * FROM ${table}`));
      }
      return texts;
    });

  it("R66: every column that can hold a text is listed with what becomes of it", async () => {
    const tables = await server.db.maintain((sql) =>
      sql.query<{ name: string; columns: string[] }>(TEXTS),
    );
    const known = [...OWN_TABLES, ...PLAIN_TABLES, ...Object.keys(WRITTEN_TABLES)];
    expect(tables.filter(({ name }) => !known.includes(name)).map(({ name }) => name)).toEqual([]);
    for (const [name, { columns, plain }] of Object.entries(WRITTEN_TABLES)) {
      const there = tables.find((table) => table.name === name)?.columns ?? [];
      expect([...Object.keys(columns), ...plain].sort(), name).toEqual(there.toSorted());
    }
  });

  it("R66: a deletion takes a person out of everything that was written about their company", async () => {
    const customer = await newCustomer();
    await writeAbout(customer);
    const before = await textsOf(customer.workspace);
    for (const table of Object.keys(WRITTEN_TABLES)) expect(before[table], table).toContain(EMAIL);
    await customer.erase();
    for (const [table, text] of Object.entries(await textsOf(customer.workspace))) {
      expect(text.toLowerCase(), table).not.toContain(EMAIL);
    }
    const { champions, owner, sources } = await customer.accounts.read("acme");
    expect({ champions, owner }).toEqual({ champions: [BEN], owner: "csm@waymark.example" });
    expect(sources.champions).toMatchObject({ source: "hand", held: { value: [] } });
    const path = "/v1/accounts/acme/touches";
    const { body } = await server.ask<{ items: object[] }>(path, { as: customer.as });
    expect(body.items).toMatchObject([
      { people: ["Ben Roth"], text: "Ann Lee ([deleted]) likes it." },
    ]);
  });

  it("R67: no sync, file, app or late message brings somebody back whose data were deleted", async () => {
    const customer = await newCustomer();
    await writeAbout(customer);
    const { erase, send, accounts, writeKey, workspace } = customer;
    await erase();
    expect(await accounts.put("acme", { champions: [ANN, BEN] })).toMatchObject({
      erased: ["champions"],
    });
    const text = `With ${EMAIL.toUpperCase()}`;
    await send("PUT", "/v1/accounts/acme/touches/t2", { kind: "call", people: ["u1"], text });
    await send("PUT", "/v1/tasks/t2", { account: "acme", title: `Write to ${EMAIL}` });
    const csv = `id,champion,champion email\nacme,Ann Lee,${EMAIL}\nother,Ann Lee,${EMAIL}\n`;
    const file = { name: `for ${EMAIL}`, data: Buffer.from(csv).toString("base64") };
    const { rows } = await send<{ rows: AccountOutcome[] }>("POST", "/v1/imports", file);
    expect(rows.map(({ erased }) => erased)).toEqual([["champions"], ["champions"]]);
    const group = { type: "group", groupId: "acme", traits: { contact: EMAIL } };
    const namesake = { method: "PUT", as: customer.as, body: { email: EMAIL } };
    expect((await server.ask("/v1/users/u2", namesake)).status).toBe(400);
    const late = identified("u1", { email: EMAIL }, at(NOW - HOUR));
    await server.send([{ ...group, messageId: "g2", ...at(NOW) }, late], writeKey);
    for (const [table, written] of Object.entries(await textsOf(workspace))) {
      expect(written.toLowerCase(), table).not.toContain(EMAIL);
    }
  });

  it("R67: who comes back to the app can be named again by hand, and still not by a sync", async () => {
    const { erase, accounts, writeKey, as } = await newCustomer();
    await erase();
    const byHand = "?as=hand";
    await accounts.put("acme", { champions: [ANN] }, byHand);
    expect((await accounts.read("acme")).champions).toEqual([]);
    server.time.now = NOW + HOUR;
    const back = identified("u1", { email: EMAIL }, at(NOW + HOUR));
    await server.send([back], writeKey);
    await accounts.put("acme", { champions: [ANN] });
    expect((await accountsOf(server, as).read("acme")).champions).toEqual([]);
    await accounts.put("acme", { champions: [ANN] }, byHand);
    expect((await accounts.read("acme")).champions).toEqual([ANN]);
    server.time.now = NOW;
  });

  it("R66: an address is known also from what a file said of the person", async () => {
    const { send, accounts } = await newCustomer();
    const other = "kim@example.com";
    await accounts.put("acme", { expectations: `Ask ${other}.` }, "?as=hand");
    await send("PUT", "/v1/users/u3", { email: "Kim@Example.com", account: "acme" });
    await send("POST", "/v1/privacy/delete", { of: { user: "u3" } });
    expect((await accounts.read("acme")).expectations).toBe("Ask [deleted].");
  });

  it("R66: an export tells where others named them, and texts of others to administrators only", async () => {
    const customer = await newCustomer();
    await writeAbout(customer);
    const body = { of: { user: "u1" } };
    const { mentions } = await customer.send<DataExport>("POST", "/v1/privacy/export", body);
    const champion = mentions.find(({ where }) => where === "account_records.champions");
    expect(champion).toMatchObject({ account: "acme", entries: [ANN] });
    const note = mentions.find(({ where }) => where === "touches.text");
    expect(note).toMatchObject({ texts: [`Ann Lee (${EMAIL}) likes it.`] });
    const tables = new Set(mentions.map(({ where }) => String(where).split(".")[0]));
    expect([...tables].sort()).toEqual(Object.keys(WRITTEN_TABLES).sort());
  });

  it("R68: words are looked for, taken out by administrators, and the act is on record without them", async () => {
    const customer = await newCustomer();
    await writeAbout(customer);
    const ask = (body: object) =>
      customer.send<{ applied: boolean; places: { where: string }[] }>(
        "POST",
        "/v1/privacy/redact",
        body,
      );
    const looked = await ask({ words: "ann lee" });
    expect(looked.applied).toBe(false);
    expect(looked.places.map(({ where }) => where)).toContain("touches.text");
    const done = await ask({ words: "ann lee", apply: true });
    expect(done.places).toEqual(looked.places);
    expect((await ask({ words: "ann lee" })).places).toEqual([]);
    const path = "/v1/privacy/acts";
    const { body } = await server.ask<{ items: object[] }>(path, { as: customer.as });
    expect(body.items).toMatchObject([
      { act: "redact", subject: "words", events: done.places.length },
    ]);
    expect(JSON.stringify(body)).not.toContain("ann");
    const author = await customer.send<{ secret: string }>("POST", "/v1/tokens", {
      name: "A",
      role: "author",
    });
    const refused = await server.ask("/v1/privacy/redact", {
      method: "POST",
      as: author.secret,
      body: { words: "ann lee" },
    });
    expect(refused.status).toBe(403);
  });
});
