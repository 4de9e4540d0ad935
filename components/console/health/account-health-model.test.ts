import { describe, expect, it } from "vitest";
import type { AccountHealth } from "../../../lib/model/health-report.ts";
import type { RiskCase } from "../../../lib/model/risk-case.ts";
import { createAccountHealthModel } from "./account-health-model.ts";
import { createHealthClient } from "./health-client.ts";

const CASE: RiskCase = {
  id: "0190a0b0-0000-7000-8000-000000000001",
  account: "acme",
  level: "high",
  type: null,
  cause: null,
  plan: null,
  people: [],
  outcome: null,
  churnNote: null,
  step: "opened",
  causes: [],
  doneAt: null,
  openedAt: 1,
  openedBy: "ann",
  updatedAt: 1,
  closedAt: null,
  revision: 1,
};

/** A server with one account, whose case is opened on demand and lacks what it is told to lack. */
function setup() {
  let open: RiskCase | null = null;
  const asked: { method: string; path: string; match: string | null; body: unknown }[] = [];
  const refusals: Response[] = [];
  const client = createHealthClient({ server: "https://x", token: "t" }, async (input, init) => {
    const { pathname: path } = new URL(String(input));
    const method = init?.method ?? "GET";
    const match = new Headers(init?.headers).get("if-match");
    const body = init?.body === undefined ? null : JSON.parse(String(init.body));
    asked.push({ method, path, match, body });
    const refusal = method === "GET" ? undefined : refusals.shift();
    if (refusal) return refusal;
    if (path === "/v1/risk-cases") open = CASE;
    if (path.endsWith("/change")) open = { ...CASE, ...body, revision: 2 };
    if (path.startsWith("/v1/churn-signals/")) {
      const sign = { id: "n", name: null, endedAt: null, detail: {}, at: 1, source: "hand" };
      return Response.json({ ...sign, ...body });
    }
    if (path === "/v1/accounts/acme/health") {
      const health: AccountHealth = {
        account: "acme",
        name: "Acme",
        standing: null,
        trend: [],
        signals: [],
        case: open,
        closedCases: 0,
      };
      return Response.json(health);
    }
    return Response.json(method === "GET" ? { ...open, acts: [], tasks: [] } : open);
  });
  let changes = 0;
  const model = createAccountHealthModel(client, "acme", {
    now: () => 5,
    newId: () => "new-id",
    changed: () => changes++,
  });
  return { model, asked, refusals, changes: () => changes };
}

describe("the health of an account in the console", () => {
  it("Z13: opens a case, and changes it by the revision that was read", async () => {
    const { model, asked } = setup();
    await model.answer.load();
    expect(model.answer.value.value?.detail).toBeNull();
    expect(await model.openCase("high")).toBe(true);
    expect(model.answer.value.value?.detail?.step).toBe("opened");
    await model.change({ type: "product", cause: "Exports fail" });
    const change = asked.find(({ path }) => path.endsWith("/change"));
    expect(change).toMatchObject({ match: '"1"', body: { type: "product" } });
    expect(model.answer.value.value?.detail?.type).toBe("product");
  });

  it("Z14: what the server misses is told by field, and nothing is asked anew", async () => {
    const { model, asked, refusals, changes } = setup();
    await model.answer.load();
    await model.openCase("high");
    // Of which the page of the account says what it says above.
    expect(changes()).toBe(1);
    const problems = [{ path: "cause", found: "nothing", allowed: "why" }];
    refusals.push(Response.json({ error: { message: "no", problems } }, { status: 400 }));
    const before = asked.length;
    expect(await model.change({ plan: "Call" })).toBe(false);
    expect(model.problem.value?.problems).toEqual(problems);
    expect([asked.length, changes()]).toEqual([before + 1, 1]);
  });

  it("when somebody else was faster, their state is shown", async () => {
    const { model, asked, refusals } = setup();
    await model.answer.load();
    await model.openCase("high");
    refusals.push(Response.json({ error: { message: "changed" } }, { status: 412 }));
    await model.change({ level: "medium" });
    expect(model.problem.value?.code).toBe("changed");
    expect(asked.at(-1)?.method).toBe("GET");
  });

  it("Z8: says a sign under a new id, and ends it under its own", async () => {
    const { model, asked } = setup();
    await model.say({ kind: "custom", level: "high", name: "Sold", note: "" });
    expect(asked[0]).toMatchObject({
      path: "/v1/churn-signals/new-id",
      body: { account: "acme", kind: "custom", name: "Sold" },
    });
    const detail = {};
    const sign = { id: "s", account: "acme", kind: "bake-off", level: "high", name: null } as const;
    await model.end({ ...sign, source: "hand", at: 1, endedAt: null, note: "", detail });
    const ended = asked.findLast(({ method }) => method === "PUT");
    expect(ended).toMatchObject({ path: "/v1/churn-signals/s", body: { at: 1, endedAt: 5 } });
  });
});
