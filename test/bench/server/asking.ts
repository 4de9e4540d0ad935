import { inactiveFeature } from "../../../lib/model/ready-playbooks.ts";
import type { RiskCase } from "../../../lib/model/risk-case.ts";
import type { WaymarkServer } from "../../support/server-process.ts";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { type Named, type Question, questions } from "./questions.ts";

/** Times each question is asked, after the first time, which is told apart. */
const TIMES = 15;
const BUDGET_MS = 1000;

/** Asks everything that a console may ask, one question after the other, and says how long each took. */
export async function measureQuestions(
  server: WaymarkServer,
  engine: string,
  say: (line: string) => void,
): Promise<Figure[]> {
  say(`${engine}: health of all accounts`);
  const began = performance.now();
  await server.api("POST", "/v1/health/compute");
  const pass = (performance.now() - began) / 1000;
  const named = await prepare(server);
  say(`${engine}: questions of the console`);
  const slowest: { p95: number; first: number }[] = [];
  const figures: Figure[] = [];
  for (const question of questions(named)) {
    const [first = Number.NaN, ...times] = await timesOf(server, question);
    const p95 = quantile(times, 0.95);
    slowest.push({ p95, first });
    const name = `${engine} ${question.method} ${question.name}`;
    figures.push(
      { name: `${name} p50`, value: quantile(times, 0.5), unit: "ms" },
      { name: `${name} p95`, value: p95, unit: "ms", budget: { atMost: BUDGET_MS } },
    );
  }
  const worst = (of: "p95" | "first") => Math.max(...slowest.map((one) => one[of]));
  const budget = { atMost: BUDGET_MS };
  return [
    ...figures,
    { name: `${engine} slowest p95`, value: worst("p95"), unit: "ms", budget },
    { name: `${engine} slowest first`, value: worst("first"), unit: "ms", budget },
    { name: `${engine} health of all accounts`, value: pass, unit: "s" },
  ];
}

async function timesOf(server: WaymarkServer, { method, path, body }: Question): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const began = performance.now();
    await server.api(method, path, body);
    times.push(performance.now() - began);
  }
  return times;
}

/** Gives the company what it lacks to be asked about. */
export async function prepare(server: WaymarkServer): Promise<Named> {
  const id = "bench";
  await server.api("PUT", `/v1/playbooks/${id}`, inactiveFeature("board"));
  await server.publish("segments", {
    id,
    name: "Bench",
    when: { type: "attribute", of: "account", name: "plan", op: "eq", value: "team" },
  });
  await server.publish("experiments", {
    id,
    name: "Bench",
    seed: id,
    unit: "user",
    coverage: 1,
    holdout: 0.1,
  });
  const account = "account-00001";
  const open = await server.api<{ items: RiskCase[] }>("GET", "/v1/risk-cases?limit=1");
  const found =
    open.items[0] ??
    (await server.api<RiskCase>("POST", "/v1/risk-cases", { account, level: "high" }));
  const tasks = await server.api<{ items: { id: string }[] }>("GET", "/v1/tasks?limit=1");
  return {
    account,
    user: (await server.activated("activated"))[0]?.user ?? "",
    case: found.id,
    task: tasks.items[0]?.id ?? "",
    playbook: id,
    segment: id,
    experiment: id,
  };
}
