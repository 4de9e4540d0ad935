import { inactiveFeature } from "../../../lib/model/ready-playbooks.ts";
import type { RiskCase } from "../../../lib/model/risk-case.ts";
import type { WaymarkServer } from "../../support/server-process.ts";
import type { Figure } from "../bench.ts";
import { quantile } from "../statistics.ts";
import { type Named, type Question, questions } from "./questions.ts";

/** Times each question is asked, after one that does not count. */
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
  const slowest: { name: string; p95: number }[] = [];
  const figures: Figure[] = [];
  for (const question of questions(named)) {
    const times = await timesOf(server, question);
    const p95 = quantile(times, 0.95);
    slowest.push({ name: question.name, p95 });
    const name = `${engine} ${question.method} ${question.name}`;
    figures.push(
      { name: `${name} p50`, value: quantile(times, 0.5), unit: "ms" },
      { name: `${name} p95`, value: p95, unit: "ms", budget: { atMost: BUDGET_MS } },
    );
  }
  const most = Math.max(...slowest.map(({ p95 }) => p95));
  return [
    ...figures,
    { name: `${engine} slowest p95`, value: most, unit: "ms", budget: { atMost: BUDGET_MS } },
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
  return times.slice(1);
}

/** Gives the company what it lacks to be asked about: a playbook, and a risk that is handled. */
async function prepare(server: WaymarkServer): Promise<Named> {
  await server.api("PUT", "/v1/playbooks/bench", inactiveFeature("board"));
  const account = "account-00001";
  const open = await server.api<{ items: RiskCase[] }>("GET", "/v1/risk-cases?limit=1");
  const found =
    open.items[0] ??
    (await server.api<RiskCase>("POST", "/v1/risk-cases", { account, level: "high" }));
  return {
    account,
    user: `${account}-user-0001`,
    case: found.id,
    task:
      (await server.api<{ items: { id: string }[] }>("GET", "/v1/tasks?limit=1")).items[0]?.id ??
      "",
    playbook: "bench",
  };
}
