import type { Condition } from "../../../lib/model/condition.ts";
import { inactiveFeature } from "../../../lib/model/ready-playbooks.ts";
import { createGate } from "../../../server/auth/gate.ts";
import type { Deps } from "../../../server/deps.ts";
import { routeTable } from "../../../server/routes/table.ts";
import { SURVEY } from "../../../server/seed/content.ts";

/** One question of the console, as it is asked. */
export interface Question {
  /** What the figure is called: the route, and what was asked of it. */
  name: string;
  method: "GET" | "POST";
  path: string;
  body?: unknown;
}

/** What stands for the parameters of paths in the seeded company. */
export interface Named {
  account: string;
  user: string;
  /** Of the handling of a risk. */
  case: string;
  task: string;
  playbook: string;
  segment: string;
  experiment: string;
}

/** Asked by no screen, or about files, of which the company has none. */
const LEFT_OUT = ["/metrics", "/v1/imports/:id", "/v1/imports/:id/report"];

/** Further questions to the same routes: those that a person asks with a list, a search or a group. */
const MORE = [
  "/v1/accounts?q=north",
  "/v1/accounts?sort=risk&order=desc",
  "/v1/accounts?sort=lastTouch&order=desc&limit=500",
  "/v1/accounts?stage=value&touchpoint=guide",
  "/v1/users?q=anna",
  "/v1/users?account=account-00001",
  "/v1/tasks?owner=Anna&state=open",
  "/v1/query/adoption?by=everybody",
  "/v1/query/adoption?by=segments",
  "/v1/query/retention?weeks=52",
  "/v1/query/aha?from=14&to=28",
  "/v1/query/revenue?unit=month&periods=12",
  "/v1/query/revenue/slices?by=module",
  "/v1/query/features?days=90",
  "/v1/query/health/accounts?risk=high",
  "/v1/query/signals?limit=500",
  "/v1/query/surveys?months=36",
  "/v1/query/surveys?left=true",
  "/v1/query/effect?of=review",
  "/v1/query/accounts/account-00001/review?weeks=52",
];

const FITS: Condition = {
  type: "all",
  of: [
    { type: "attribute", of: "account", name: "plan", op: "in", value: ["team", "enterprise"] },
    { type: "not", of: { type: "signal", signal: "activated" } },
  ],
};

/** Questions that come with a body. */
const ASKED: readonly Question[] = [
  ["/v1/playbooks/try", { playbook: inactiveFeature("board"), days: 90 }] as const,
  ["/v1/query/audience", { condition: FITS }] as const,
  ["/v1/privacy/redact", { words: "Support answers" }] as const,
].map(([path, body]) => ({ name: path, method: "POST", path, body }));

/** Every question that a console may ask: all of the table of routes, so that none is forgotten. */
export function questions(named: Named): Question[] {
  const deps = { rate: null, db: { engine: "embedded" } } as Deps;
  const all = routeTable(deps, createGate(deps));
  const asked = all.flatMap(({ method, path, access }): Question[] => {
    const isConsole = access === "viewer" || access === "author" || access === "admin";
    if (method !== "GET" || !isConsole || LEFT_OUT.includes(path)) return [];
    return [{ name: path, method, path: fill(path, named) }];
  });
  const more = MORE.map((path): Question => ({ name: path, method: "GET", path }));
  return [...asked, ...more, ...ASKED];
}

function fill(path: string, named: Named): string {
  const filled = path.replace(/:\w+/g, (part) =>
    part === ":version" ? "1" : idFor(path.slice(0, path.indexOf(part)), named),
  );
  return path.endsWith("/evidence") ? `${filled}?user=${named.user}` : filled;
}

/** `before`: what stands before the parameter. */
function idFor(before: string, named: Named): string {
  const ids: Readonly<Record<string, string>> = {
    accounts: named.account,
    "risk-cases": named.case,
    tasks: named.task,
    playbooks: named.playbook,
    segments: named.segment,
    experiments: named.experiment,
    users: named.user,
    signals: "activated",
    features: "create-project",
    guides: SURVEY,
    surveys: SURVEY,
  };
  const kind = before.split("/").at(-2) ?? "";
  const id = ids[kind];
  if (id === undefined) throw new Error(`the bench knows no ${kind} to ask for`);
  return id;
}
