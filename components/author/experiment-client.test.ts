import { describe, expect, it } from "vitest";
import type { Experiment } from "../../lib/model/experiment.ts";
import { createAddExperiment } from "./experiment-client.ts";

const HALF: Experiment = {
  id: "half",
  name: "Half",
  seed: "half",
  unit: "account",
  coverage: 1,
  holdout: 0.5,
};

describe("a new experiment", () => {
  const server = (status: number) => {
    const asked: string[] = [];
    const request = (async (url: string, { method, headers }: RequestInit) => {
      const match = new Headers(headers).get("If-Match") ?? "";
      asked.push(`${method} ${url} ${match}`.trim());
      return new Response("{}", { status });
    }) as typeof fetch;
    return { asked, add: createAddExperiment({ server: "https://s", token: "t" }, request) };
  };

  it("is saved as a new one and published", async () => {
    const { asked, add } = server(200);
    expect(await add(HALF)).toBeNull();
    expect(asked).toEqual([
      'PUT https://s/v1/experiments/half "0"',
      "POST https://s/v1/experiments/half/publish",
    ]);
  });

  it("changes none that is there", async () => {
    const { asked, add } = server(412);
    expect(await add(HALF)).toMatchObject({ code: "changed" });
    expect(asked).toHaveLength(1);
  });
});
