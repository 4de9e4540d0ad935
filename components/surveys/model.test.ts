import { expect, it } from "vitest";
import type { SurveyReport, SurveyVerbatims } from "../../lib/model/survey-report.ts";
import type { SurveysClient } from "./client.ts";
import { createSurveysModel } from "./model.ts";

function surveys() {
  const asked: string[] = [];
  const survey = (guide: string) => ({ guide, name: null, people: 1, questions: [] });
  const item = (id: string): SurveyVerbatims["items"][number] => ({
    id,
    at: 0,
    person: "ann",
    personName: null,
    anonymous: false,
    account: null,
    step: "why",
    words: id,
    rating: null,
  });
  const client: SurveysClient = {
    async report(left) {
      asked.push(`report ${left}`);
      const order = left ? ["b", "a"] : ["a", "b"];
      const value: SurveyReport = { months: [], left, surveys: order.map(survey) };
      return { ok: true, value };
    },
    async verbatims({ guide, left, after }) {
      asked.push(`verbatims ${guide} ${left} ${after}`);
      const value =
        after === null ? { items: [item("1")], next: "p" } : { items: [item("2")], next: null };
      return { ok: true, value };
    },
  };
  return { model: createSurveysModel(client), asked };
}

it("N21: further verbatims join on, and the survey in sight stays so among the answers of those who left", async () => {
  const { model, asked } = surveys();
  await model.open();
  await model.more();
  await model.more();
  expect(model.verbatims.value.value?.items.map(({ id }) => id)).toEqual(["1", "2"]);
  model.from("left");
  await expect.poll(() => asked.at(-1)).toBe("verbatims a true null");
  expect(asked).toEqual([
    "report false",
    "verbatims a false null",
    "verbatims a false p",
    "report true",
    "verbatims a true null",
  ]);
});
