import { describe, expect, it, vi } from "vitest";
import type { AccountImport, ImportPreview } from "../../../lib/model/account-import.ts";
import type { ImportClient, Order } from "./import-client.ts";
import { createImportModel, MOST_BYTES } from "./import-model.ts";

const PREVIEW: ImportPreview = {
  encoding: "utf-8",
  delimiter: ",",
  columns: [{ name: "id", field: "id", samples: ["a"] }],
  dates: null,
  problems: [],
  made: 1,
  changed: 0,
  unchanged: 0,
  refused: 0,
  held: 0,
  rows: [],
};
const DONE: AccountImport = {
  id: "i1",
  of: "accounts",
  name: "a.csv",
  at: 1,
  by: "Ann",
  made: 1,
  changed: 0,
  unchanged: 0,
  refused: 0,
  undoneAt: null,
  rows: [],
};

function open(client: Partial<ImportClient> = {}) {
  const asked: Order[] = [];
  const model = createImportModel({
    preview: async (order) => {
      asked.push(order);
      return { ok: true, value: PREVIEW };
    },
    take: async (order) => {
      asked.push(order);
      return { ok: true, value: DONE };
    },
    list: async () => ({ ok: true, value: { items: [] } }),
    read: async () => ({ ok: true, value: { ...DONE, undoneAt: 2 } }),
    undo: async () => ({ ok: true, value: { restored: 1, archived: 1, kept: 0 } }),
    computeHealth: async () => ({ ok: true, value: null }),
    file: async () => ({ ok: true, value: "line" }),
    ...client,
  });
  return { model, asked };
}
const FILE = new File(["id\na\n"], "a.csv");

describe("a file of customers in the console", () => {
  it("K14: is taken as it was seen, with the columns of the preview", async () => {
    const { model, asked } = open();
    model.choose("users");
    await model.open(FILE);
    expect(asked).toEqual([{ of: "users", name: "a.csv", data: "aWQKYQo=" }]);
    await model.take();
    expect(asked.at(-1)).toMatchObject({ columns: ["id"] });
    expect([model.report.value?.id, model.order.value]).toEqual(["i1", null]);
    expect(model.health.value).toBe("done");
  });

  it("K15: what was said of columns is forgotten when other ones come of another separator", async () => {
    const { model, asked } = open();
    await model.open(FILE);
    await model.change({ columns: [null] });
    await model.change({ dates: "mdy" });
    expect(asked.at(-1)).toMatchObject({ columns: [null], dates: "mdy" });
    await model.change({ delimiter: ";" });
    expect(asked.at(-1)).toMatchObject({ delimiter: ";", dates: "mdy" });
    expect(asked.at(-1)).not.toHaveProperty("columns");
  });

  it("K15: what is said of one column while that of another is on its way is not lost, and nothing is taken before it is seen", async () => {
    const columns = ["id", "name", "plan"].map((name) => ({ name, field: name, samples: [] }));
    const answers: (() => void)[] = [];
    const asked: Order[] = [];
    const { model } = open({
      preview: (order) => {
        asked.push(order);
        const said = columns.map((one, at) => ({ ...one, field: order.columns?.[at] ?? null }));
        const value = { ...PREVIEW, columns: order.columns ? said : columns };
        return new Promise((resolve) => answers.push(() => resolve({ ok: true, value })));
      },
      take: async (order) => {
        asked.push(order);
        return { ok: true, value: DONE };
      },
    });
    const opened = model.open(FILE);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers.shift()?.();
    await opened;
    const named = [model.nameColumn(1, "owner"), model.nameColumn(2, null)];
    await model.take();
    expect(asked.map((order) => order.columns)).toEqual([
      undefined,
      ["id", "owner", "plan"],
      ["id", "owner", null],
    ]);
    for (const answer of answers) answer();
    await Promise.all(named);
    await model.take();
    expect([asked.at(-1)?.columns, model.report.value?.id]).toEqual([["id", "owner", null], "i1"]);
  });

  it("H9: that health is worked out is said of the import that it was worked out for", async () => {
    const { promise, resolve } = Promise.withResolvers<{ ok: true; value: null }>();
    const { model } = open({ computeHealth: () => promise });
    await model.open(FILE);
    await model.take();
    expect(model.health.value).toBe("working");
    model.close();
    resolve({ ok: true, value: null });
    await promise;
    expect(model.health.value).toBeNull();
  });

  it("K16: undone, the report says so", async () => {
    const { model } = open();
    await model.look("i1");
    await model.undo("i1");
    expect([model.undone.value?.restored, model.report.value?.undoneAt]).toEqual([1, 2]);
  });

  it("K14: what cannot be done is said, and the file stays", async () => {
    const { model } = open({
      take: async () => ({ ok: false, error: { code: "forbidden", status: 403 } }),
    });
    await model.open(FILE);
    await model.take();
    expect([model.problem.value?.code, model.order.value?.name]).toEqual(["forbidden", "a.csv"]);
  });

  it("K14: a file that is too large is not read at all, and what was there goes", async () => {
    const { model, asked } = open();
    await model.open(FILE);
    const arrayBuffer = () => Promise.reject(new Error("read all the same"));
    await model.open({ name: "b.csv", size: MOST_BYTES + 1, arrayBuffer });
    expect([model.tooLarge.value, model.order.value, asked.length]).toEqual([true, null, 1]);
  });
});
