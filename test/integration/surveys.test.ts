import { describe, expect, it } from "vitest";
import type { SurveyReport, SurveyVerbatims } from "../../lib/model/survey-report.ts";
import { ENGINES } from "../support/database.ts";
import { guide, publish, put, step } from "../support/documents.ts";
import { at, type Fields, guided, identified } from "../support/messages.ts";
import { NOW, useServer } from "../support/server.ts";

const DAY = 86_400_000;
const MONTH = new Date(NOW).toISOString().slice(0, 7);
const monthAgo = new Date(NOW);
monthAgo.setUTCDate(1);
const EARLIER = monthAgo.getTime() - 5 * DAY;

const ask = (id: string, question: object) => step(id, { question });
const option = (id: string) => ({ id, label: { en: `Option ${id}` } });
const SURVEY = guide("pulse", {
  kind: "survey",
  steps: [
    ask("likely", { type: "nps" }),
    ask("why", { type: "text" }),
    ask("reason", { type: "choice", options: [option("price"), option("quality")] }),
  ],
});

const answered = (person: string, what: string, answer: object, more: Fields = {}) =>
  guided(
    "answered",
    { guide: "pulse", version: 1, step: what, answer },
    { userId: person, anonymousId: undefined, ...more },
  );
const nps = (person: string, value: number, more: Fields = {}) =>
  answered(person, "likely", { type: "nps", value }, more);
const wrote = (person: string, value: string, more: Fields = {}) =>
  answered(person, "why", { type: "text", value }, more);

describe.each(ENGINES)("surveys on %s", (engine) => {
  const server = useServer(engine);

  async function workspace() {
    const ws = await server.newWorkspace();
    const as = ws.adminToken;
    await put(server, "guides", SURVEY, { as });
    expect((await publish(server, "guides", "pulse", { as })).status).toBe(201);
    return {
      as,
      send: (messages: Fields[]) => server.send(messages, ws.writeKey),
      report: async (query = "") =>
        (await server.ask<SurveyReport>(`/v1/query/surveys${query}`, { as })).body,
      verbatims: async (query = "") =>
        (await server.ask<SurveyVerbatims>(`/v1/query/surveys/pulse/verbatims${query}`, { as }))
          .body,
    };
  }

  it("N19, N20: NPS by month; of a person and month the newest answer counts", async () => {
    const { send, report } = await workspace();
    await send([
      ...[10, 9, 9, 8, 6].map((value, index) => nps(`p${index}`, value)),
      nps("p0", 0, at(NOW - 60_000)),
      nps("p0", 3, at(EARLIER)),
      answered("p1", "reason", { type: "choice", value: "price" }),
    ]);
    const { surveys, months } = await report("?months=3");
    expect(months).toHaveLength(3);
    expect(surveys[0]).toMatchObject({ guide: "pulse", name: { en: "Guide pulse" }, people: 5 });
    const [likely, why, reason] = surveys[0]?.questions ?? [];
    expect(likely).toMatchObject({ step: "likely", type: "nps", answers: 6 });
    expect(likely?.months.at(-1)).toEqual({ month: MONTH, answers: 5, score: 40 });
    expect(likely?.months.at(-2)).toMatchObject({ answers: 1, score: -100 });
    expect(why).toMatchObject({ answers: 0, score: null, values: [] });
    expect(reason?.values).toEqual([
      { value: "price", label: { en: "Option price" }, answers: 1 },
      { value: "quality", label: { en: "Option quality" }, answers: 0 },
    ]);
  });

  it("N20: what a device answered before anybody was known on it is the first user's", async () => {
    const { send, report } = await workspace();
    const device = { userId: undefined, anonymousId: "d1" };
    await send([
      nps("", 2, { ...device, ...at(NOW - 60_000) }),
      identified("ann", {}, { anonymousId: "d1" }),
      nps("ann", 9),
    ]);
    const [survey] = (await report()).surveys;
    expect(survey).toMatchObject({ people: 1 });
    expect(survey?.questions[0]?.months.at(-1)).toMatchObject({ answers: 1, score: 100 });
  });

  it("N21: verbatims with the same person's rating and the account, newest first, page by page", async () => {
    const { send, verbatims, as } = await workspace();
    await server.ask("/v1/accounts/acme", { method: "PUT", as, body: { name: "Acme" } });
    await server.ask("/v1/users/ann", { method: "PUT", as, body: { name: "Ann Lee" } });
    const acme = { context: { groupId: "acme" } };
    await send([
      nps("ann", 3, { ...acme, ...at(NOW - 3000) }),
      wrote("ann", "Slow.", { ...acme, ...at(NOW - 2000) }),
      wrote("bob", "Fine!", at(NOW - 1000)),
      nps("bob", 10, at(EARLIER)),
    ]);
    const first = await verbatims("?limit=1");
    expect(first.items).toMatchObject([
      { words: "Fine!", person: "bob", personName: null, account: null, rating: null },
    ]);
    const second = await verbatims(`?limit=1&after=${encodeURIComponent(first.next ?? "")}`);
    expect(second).toMatchObject({
      items: [
        {
          words: "Slow.",
          person: "ann",
          personName: "Ann Lee",
          at: NOW - 2000,
          account: { id: "acme", name: "Acme" },
          rating: { type: "nps", score: 3 },
        },
      ],
      next: null,
    });
    const bad = await server.ask("/v1/query/surveys/pulse/verbatims?after=x", { as });
    expect(bad.status).toBe(400);
  });

  it("N21: the exit interview: answers from accounts that left, around the day they did", async () => {
    const { send, report, verbatims, as } = await workspace();
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const left = (id: string, on: number) =>
      server.ask(`/v1/accounts/${id}`, { method: "PUT", as, body: { churnedOn: day(on) } });
    await left("gone", NOW - 10 * DAY);
    await left("long-gone", NOW - 91 * DAY);
    const from = (groupId: string) => ({ context: { groupId } });
    await send([
      wrote("ann", "Too dear.", from("gone")),
      wrote("bob", "Old.", from("long-gone")),
      wrote("cat", "Staying.", from("here")),
      answered("ann", "reason", { type: "choice", value: "price" }, from("gone")),
      answered("cat", "reason", { type: "choice", value: "quality" }, from("here")),
    ]);
    expect((await verbatims("?left=true")).items.map(({ words }) => words)).toEqual(["Too dear."]);
    const [survey] = (await report("?left=true")).surveys;
    expect(survey).toMatchObject({ people: 1 });
    expect(survey?.questions[2]?.values.map(({ answers }) => answers)).toEqual([1, 0]);
  });
});
