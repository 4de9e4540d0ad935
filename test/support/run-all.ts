import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { ROOT } from "./build.ts";
import { type Counts, countPlaywright, countVitest } from "./test-counts.ts";

/**
 * `npm test`: every check in turn, each to its end whatever came before. The last line is "N passed, N failed", summed
 * over all of them; a stage that ends badly without numbers counts as one failure.
 */
interface Stage {
  name: string;
  command: readonly string[];
  /** Reads the counts from the runner's report; without it the stage counts as one. */
  report?: { file: string; count: (json: unknown) => Counts };
}

const RESULTS = join(ROOT, "test-results");

const vitest = (project: string): Stage => {
  const file = join(RESULTS, `${project}.json`);
  return {
    name: project,
    command: [
      ...["vitest", "run", "--project", project],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ],
    report: { file, count: countVitest },
  };
};

const STAGES: readonly Stage[] = [
  { name: "lint", command: ["biome", "ci", "."] },
  { name: "types of pure folders", command: ["tsc", "-p", "tsconfig.pure.json"] },
  { name: "types", command: ["tsc", "-p", "tsconfig.json"] },
  vitest("unit"),
  vitest("integration"),
  { name: "build", command: ["wxt", "build", "-b", "chrome", "--mode", "e2e"] },
  {
    name: "e2e",
    command: ["playwright", "test"],
    report: { file: join(RESULTS, "e2e.json"), count: countPlaywright },
  },
];

interface Outcome extends Counts {
  name: string;
  seconds: number;
}

async function run({ name, command, report }: Stage): Promise<Outcome> {
  console.log(`\n━━ ${name}: ${command.join(" ")}`);
  if (report) await rm(report.file, { force: true });
  const start = performance.now();
  const ok = (await exitCode(command)) === 0;
  const seconds = (performance.now() - start) / 1000;
  if (!report) return { name, seconds, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = await readCounts(report);
  const hidden = !ok && counts.failed === 0 ? 1 : 0;
  return { ...counts, name, seconds, failed: counts.failed + hidden };
}

async function readCounts({ file, count }: NonNullable<Stage["report"]>): Promise<Counts> {
  try {
    return count(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    console.error(`No readable report in ${file}: ${(error as Error).message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function exitCode([command = "", ...args]: readonly string[]): Promise<number> {
  const bin = join(ROOT, "node_modules/.bin");
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      // Dozens of servers and test runners are started: what one has compiled the next need not.
      NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/compiled"),
    },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

function printSummary(outcomes: readonly Outcome[]): void {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => String(cell).padStart(8)).join("")}`;
  console.log(`\n${row("", ["passed", "failed", "skipped", "seconds"])}`);
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    console.log(row(name, [passed, failed, skipped, seconds.toFixed(1)]));
  }
}

await mkdir(RESULTS, { recursive: true });
const outcomes: Outcome[] = [];
for (const stage of STAGES) outcomes.push(await run(stage));
printSummary(outcomes);
const sum = (key: "passed" | "failed") => outcomes.reduce((total, stage) => total + stage[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
