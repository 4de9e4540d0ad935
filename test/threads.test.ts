import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Repositories are named as people quote them: "shepherd#50", and with its owner where the name alone says little. */
const THREAD = /(?:[\w-]+\/)?[a-zA-Z.-]+#\d+/g;
const TITLE = /\b(?:it|test)(?:\.\w+)?\(\s*(["`])((?:(?!\1)[\s\S])*)\1/g;

const threads = new Set(
  readFileSync("docs/spec/threads.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => line.split("|")[1]?.match(THREAD) ?? []),
);

it("every thread of docs/spec/threads.md is quoted by the name of a test", () => {
  const files = execFileSync("git", [
    "ls-files",
    "-co",
    "--exclude-standard",
    "*.test.ts",
    "*.spec.ts",
  ])
    .toString()
    .trim()
    .split("\n");
  const titles = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(TITLE)].map((match) => match[2] ?? ""),
  );
  const quoted = new Set(titles.flatMap((title) => title.match(THREAD) ?? []));
  expect(threads.size).toBeGreaterThan(60);
  expect([...threads].filter((thread) => !quoted.has(thread))).toEqual([]);
});

it("streampipes#4990, angular-shepherd#2619, intro.js#574, intro.js#923: one permissive licence", () => {
  const { license } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(license).toBe("Apache-2.0");
  expect(readFileSync("LICENSE", "utf8")).toContain("Apache License");
});
