import { expect, it } from "vitest";
import { questions } from "./questions.ts";

it("every question of the console has an id for each parameter, and a name of its own", () => {
  const id = "ID";
  const named = { account: id, user: id, case: id, task: id, playbook: id };
  const asked = questions({ ...named, segment: id, experiment: id });
  expect(asked.length).toBeGreaterThan(80);
  expect(asked.filter(({ path }) => path.includes(":"))).toEqual([]);
  expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length);
});
