import { describe, expect, test } from "vitest";
import { createTranslator } from "../../lib/i18n/translator.ts";
import type { AhaMoment, AhaMoments } from "../../lib/model/aha.ts";
import { DOCUMENTS } from "../../lib/model/documents.ts";
import { parse } from "../../lib/model/parse.ts";
import { createAhaClient } from "./aha-client.ts";
import { ahaDocuments, ahaId } from "./aha-plan.ts";
import { createAhaReport } from "./aha-report.ts";
import { ahaTexts, momentName } from "./aha-words.ts";

const MOMENT: AhaMoment = {
  feature: "deploy",
  name: "Deploy",
  published: true,
  times: 3,
  within: 7,
  didStayed: 30,
  didLeft: 10,
  elseStayed: 20,
  elseLeft: 40,
  oddsRatio: 5.5,
  low: 2.3,
  high: 13,
  phi: 0.4,
  lift: 1.5,
  precision: 0.75,
  coverage: 0.6,
  q: 0.001,
};
const REPORT: AhaMoments = {
  from: 21,
  to: 28,
  days: 180,
  sync: "features",
  people: 100,
  stayed: 50,
  young: 0,
  tooFew: false,
  skewed: false,
  features: 1,
  cutOffs: 40,
  moments: [MOMENT],
};
const EN = createTranslator("en", ["en"]);
const ID = "aha-deploy-3x-7d";

/** A server that keeps documents as the real one does; `fail` refuses one request. */
function setup(fail?: { request: string; status: number }) {
  const documents = new Map<string, { published: number | null; archived: boolean }>();
  const requests: string[] = [];
  const client = createAhaClient(
    { server: "https://cs.test", token: "t" },
    async (input, init = {}) => {
      const { pathname, search } = new URL(String(input));
      const request = `${init.method ?? "GET"} ${pathname}`;
      requests.push(request + search);
      if (request === fail?.request) return Response.json({}, { status: fail.status });
      if (pathname === "/v1/query/aha") return Response.json(REPORT);
      const [, , kind, id = ""] = pathname.split("/");
      const key = `${kind}/${id}`;
      const known = documents.get(key);
      if (pathname === "/v1/signals") {
        const items = [...documents].filter(([name]) => name.startsWith("signals/"));
        return Response.json({
          items: items.map(([name, one]) => ({ id: name.slice(8), ...one })),
        });
      }
      if (init.method === "PUT") {
        const made = { published: known?.published ?? null, archived: false };
        documents.set(key, made);
        return Response.json({ id, ...made });
      }
      if (!known) return Response.json({}, { status: 404 });
      if (init.method === "GET") return Response.json({ id, ...known });
      const archived = init.method === "DELETE";
      documents.set(key, { published: archived ? null : 1, archived });
      return Response.json({ version: archived ? null : 1 });
    },
  );
  return { documents, requests, report: createAhaReport(client) };
}

const make = ({ report }: ReturnType<typeof setup>) => report.make(MOMENT, ahaTexts(EN, MOMENT));

describe("an aha moment", () => {
  test("is said in words, once and on the first day too", () => {
    expect(momentName(EN, MOMENT)).toBe("Deploy: at least 3 times in the first 7 days");
    expect(momentName(EN, { ...MOMENT, times: 1, within: 1 })).toBe(
      "Deploy: at least once on the first day",
    );
    expect(momentName(createTranslator("ru", ["ru"]), MOMENT)).toBe(
      "Deploy: не менее 3 раз в первые 7 дней",
    );
  });

  test.each([
    MOMENT,
    { ...MOMENT, times: 1, within: 1 },
    { ...MOMENT, feature: "f".repeat(64), name: "n".repeat(120) },
  ])("becomes documents that the server takes", (moment) => {
    const { signal, experiment, guide } = ahaDocuments(moment, ahaTexts(EN, moment));
    expect(parse(DOCUMENTS.signals, signal)).toMatchObject({ ok: true });
    expect(parse(DOCUMENTS.experiments, experiment)).toMatchObject({ ok: true });
    expect(parse(DOCUMENTS.guides, guide)).toMatchObject({ ok: true });
    expect(guide).toMatchObject({ experiment: experiment.id, goal: signal.id });
  });

  test("becomes an activation signal that is published, and drafts of an experiment and a guide", async () => {
    const server = setup();
    await server.report.answer.load();
    await make(server);
    expect(Object.fromEntries(server.documents)).toEqual({
      [`signals/${ID}`]: { published: 1, archived: false },
      [`experiments/${ID}`]: { published: null, archived: false },
      [`guides/${ID}`]: { published: null, archived: false },
    });
    expect(server.report.done.value).toBe("made");
    expect(server.report.answer.value.value?.signals.has(ahaId(MOMENT))).toBe(true);
  });

  test("is undone by archiving all three", async () => {
    const server = setup();
    await make(server);
    await server.report.undo(MOMENT);
    expect([...server.documents.values()].every(({ archived }) => archived)).toBe(true);
    expect(server.report.done.value).toBe("undone");
    expect(server.report.answer.value.value?.signals.size).toBe(0);
  });

  test("is not undone under people who see its guide", async () => {
    const server = setup();
    await make(server);
    server.documents.set(`guides/${ID}`, { published: 1, archived: false });
    await server.report.undo(MOMENT);
    expect(server.report.problem.value).toEqual({ id: ID, error: { code: "changed" } });
    expect(server.documents.get(`signals/${ID}`)?.archived).toBe(false);
  });

  test("that was made half says why, and can be made or undone again", async () => {
    const server = setup({ request: `PUT /v1/experiments/${ID}`, status: 500 });
    await make(server);
    expect(server.report.problem.value).toMatchObject({ id: ID, error: { code: "server" } });
    expect(server.report.busy.value).toBeNull();
    await server.report.undo(MOMENT);
    expect(server.report.done.value).toBe("undone");
    expect(server.documents.get(`signals/${ID}`)?.archived).toBe(true);
  });

  test("is looked for in the meaning of staying that was chosen", async () => {
    const { report, requests } = setup();
    await report.answer.load();
    report.chooseStaying("month-2");
    expect(requests).toContain("GET /v1/query/aha?from=21&to=28");
    expect(requests).toContain("GET /v1/query/aha?from=30&to=60");
  });
});
