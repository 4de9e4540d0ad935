import { inactiveFeature } from "../../../lib/model/ready-playbooks.ts";
import { createGate } from "../../../server/auth/credentials.ts";
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
}

/** Questions about what the seeded company has not. */
const LEFT_OUT = /^\/v1\/(imports|segments|experiments|checklists)\/:|\/evidence$/;

/** Further questions to the same routes: those that a person asks with a list, a search or a group. */
const MORE = [
  "/v1/accounts?q=north",
  "/v1/accounts?sort=risk&order=desc",
  "/v1/accounts?stage=value&touchpoint=guide",
  "/v1/query/adoption?by=everybody",
  "/v1/query/retention?weeks=13",
  "/v1/query/revenue?unit=month&periods=12",
  "/v1/query/revenue/slices?by=module",
  "/v1/query/features?days=90",
  "/v1/query/health/accounts?risk=high",
  "/v1/query/effect?of=review",
];

/** Every question that a console may ask: all of the table of routes, so that none is forgotten. */
export function questions(named: Named): Question[] {
  const all = routeTable({ rate: null } as Deps, createGate({} as Deps));
  const asked = all.flatMap(({ method, path, access }): Question[] => {
    const isConsole = access === "viewer" || access === "author" || access === "admin";
    if (method !== "GET" || !isConsole || LEFT_OUT.test(path)) return [];
    return [{ name: path, method, path: fill(path, named) }];
  });
  const more = MORE.map((path): Question => ({ name: path, method: "GET", path }));
  const trial = { playbook: inactiveFeature("board"), days: 90 };
  const attempt = { name: "/v1/playbooks/try", method: "POST", path: "/v1/playbooks/try" } as const;
  return [...asked, ...more, { ...attempt, body: trial }];
}

function fill(path: string, named: Named): string {
  return path.replace(/:\w+/g, (part) => (part === ":version" ? "1" : idFor(path, named)));
}

function idFor(path: string, named: Named): string {
  if (path.includes("accounts/")) return named.account;
  if (path.includes("risk-cases/")) return named.case;
  if (path.includes("tasks/")) return named.task;
  if (path.includes("playbooks/")) return named.playbook;
  if (path.includes("users/")) return named.user;
  if (path.includes("signals/")) return "activated";
  if (path.includes("features/")) return "create-project";
  return SURVEY;
}
