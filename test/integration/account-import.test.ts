import { describe, expect, it } from "vitest";
import type { AccountImport, ImportPreview, ImportUndone } from "../../lib/model/account-import.ts";
import type { TouchList } from "../../lib/model/touch.ts";
import { accountsOf } from "../support/accounts.ts";
import { ENGINES } from "../support/database.ts";
import { NOW, useServer } from "../support/server.ts";

const today = new Date(NOW).toISOString().slice(0, 10);
const RUSSIAN =
  "Код;Компания;Тариф;Ежемесячный платёж;Дата продления;Ответственный;Сегмент\n" +
  "a1;Берёза;про;12 500,50 руб.;31.03.2027;Анна;A\n" +
  'a2;"Север; и сыновья";старт;900 ₽;1 апреля 2027;Борис;B\n' +
  "a3;Гранит;про;много;32.01.2027;Анна;\n";

/** As a Russian spreadsheet saves it. */
function windows1251(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder("windows-1251").decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
  return Buffer.from([...text].map((char) => table.get(char) ?? (char === "₽" ? 32 : 63)));
}

describe.each(ENGINES)("import of accounts on %s", (engine) => {
  const server = useServer(engine);
  const post = async <T>(path: string, body: object = {}) =>
    server.ask<T>(path, { method: "POST", as: server.home.adminToken, body });
  const order = (data: Buffer | string, more: object = {}) => ({
    name: "accounts.csv",
    data: Buffer.from(data).toString("base64"),
    ...more,
  });

  it("K14: a file in Russian from a spreadsheet is understood, previewed without a trace, and taken row by row", async () => {
    const file = order(windows1251(RUSSIAN), { currency: "RUB" });
    const { body: preview } = await post<ImportPreview>("/v1/imports/preview", file);
    expect(preview).toMatchObject({
      encoding: "windows-1251",
      delimiter: ";",
      made: 2,
      refused: 1,
    });
    const fields = ["id", "name", "plan", "mrr", "renewal", "owner", null];
    expect(preview.columns.map(({ field }) => field)).toEqual(fields);
    expect(preview.rows[0]).toMatchObject({ line: 4, id: "a3", outcome: "refused" });
    expect(preview.rows[0]?.problems.map(({ path }) => path)).toEqual([
      "Ежемесячный платёж",
      "Дата продления",
    ]);
    expect((await server.ask("/v1/accounts/a1", { as: server.home.adminToken })).status).toBe(404);

    const columns = [...fields.slice(0, 6), "custom.сегмент"];
    const { body: done } = await post<AccountImport>("/v1/imports", { ...file, columns });
    expect(done).toMatchObject({ made: 2, changed: 0, refused: 1, by: "First administrator" });
    const { read } = accountsOf(server);
    expect(await read("a1")).toMatchObject({
      name: "Берёза",
      mrr: { minor: 1_250_050, currency: "RUB", since: today },
      renewal: "2027-03-31",
      custom: { сегмент: "A" },
    });
    expect(await read("a2")).toMatchObject({ name: "Север; и сыновья", renewal: "2027-04-01" });
    const again = await post<AccountImport>("/v1/imports", { ...file, columns });
    expect(again.body).toMatchObject({ made: 0, changed: 0, unchanged: 2, refused: 1 });
    const report = await server.fetch(`/v1/imports/${done.id}/report`, {
      headers: { Authorization: `Bearer ${server.home.adminToken}` },
    });
    expect(report.headers.get("content-type")).toContain("text/csv");
    expect((await report.text()).split("\r\n")).toHaveLength(6);
  });

  it("K15: what cannot be told is asked for and not guessed", async () => {
    const file = order("id,renewal,mrr\nb1,03/04/2027,100\n");
    const preview = await post<ImportPreview>("/v1/imports/preview", file);
    expect([preview.body.dates, preview.body.refused]).toEqual(["?", 1]);
    expect((await post("/v1/imports", file)).status).toBe(400);
    const told = { ...file, dates: "mdy", currency: "USD" };
    expect((await post<AccountImport>("/v1/imports", told)).body.made).toBe(1);
    expect((await accountsOf(server).read("b1")).renewal).toBe("2027-03-04");
    for (const wrong of ["id\n", ""]) {
      expect((await post("/v1/imports/preview", order(wrong))).status, wrong).toBe(400);
    }
    const nameless = order("name,plan\nx,y\n");
    const { body: asks } = await post<ImportPreview>("/v1/imports/preview", nameless);
    expect(asks).toMatchObject({ problems: [{ path: "columns" }], rows: [] });
    expect(asks.columns.map(({ samples }) => samples)).toEqual([["x"], ["y"]]);
    expect((await post("/v1/imports", nameless)).status).toBe(400);
    const twice = order("id,a,b\nx,1,2\n", { columns: ["id", "plan", "plan"] });
    expect((await post("/v1/imports", twice)).status).toBe(400);
  });

  it("K14, K16: the day of a last contact is a contact, told once, and none when the import is undone", async () => {
    const file = order("id,Stage,Stage since,Last contact\nt1,Onboarding,2025-01-05,2025-02-03\n");
    const { body: done } = await post<AccountImport>("/v1/imports", file);
    const { read } = accountsOf(server);
    const noon = Date.parse("2025-02-03T12:00:00Z");
    expect(await read("t1")).toMatchObject({ stageSince: "2025-01-05", lastTouch: noon });
    const touches = async () =>
      (await server.ask<TouchList>("/v1/accounts/t1/touches", { as: server.home.adminToken })).body;
    await post("/v1/imports", file);
    expect((await touches()).items.map(({ state }) => state)).toEqual(["done"]);
    await post(`/v1/imports/${done.id}/undo`);
    const gone = await server.ask("/v1/accounts/t1", { as: server.home.adminToken });
    expect(gone.status).toBe(404);
    await post("/v1/imports", file);
    expect((await read("t1")).lastTouch).toBe(noon);
    const ahead = order("id,Last contact\nt1,2099-01-01\n");
    expect((await post<AccountImport>("/v1/imports", ahead)).body.refused).toBe(1);
  });

  it("K16: an import is undone, but for what was changed since and what people corrected before", async () => {
    const { put, read } = accountsOf(server);
    await put("c1", {
      plan: "free",
      mrr: { minor: 5000, currency: "EUR", since: "2025-01-01" },
      owner: "Ann",
    });
    await put("c1", { size: "1-10" }, "?as=hand");
    const file = order("id,plan,mrr,size,owner\nc1,pro,90 EUR,500,Bob\nc2,team,10 EUR,1,Bob\n");
    const { body: done } = await post<AccountImport>("/v1/imports", file);
    expect(done.rows.map(({ outcome, held }) => [outcome, held])).toEqual([
      ["changed", ["size"]],
      ["made", []],
    ]);
    expect((await read("c1")).mrr?.minor).toBe(9000);
    await put("c1", { owner: "Eve" }, "?as=hand");
    const undone = await post<ImportUndone>(`/v1/imports/${done.id}/undo`);
    expect(undone.body).toMatchObject({ archived: 1, kept: 1 });
    expect(await read("c1")).toMatchObject({ plan: "free", size: "1-10", owner: "Eve" });
    expect((await read("c1")).mrr?.minor).toBe(5000);
    const gone = await server.ask("/v1/accounts/c2", { as: server.home.adminToken });
    expect(gone.status).toBe(404);
    expect((await post(`/v1/imports/${done.id}/undo`)).status).toBe(409);
    await put("c2", { name: "Back" });
    expect((await read("c2")).name).toBe("Back");
  });

  it("K16: with its stage an account gets back since when it is there, and the mistake leaves no trace among stages", async () => {
    const { put, read } = accountsOf(server);
    await put("s1", { stage: "onboarding", stageSince: "2025-01-05" });
    const file = order("id,Stage,Stage since\ns1,Adoption,2025-03-01\n");
    const { body: done } = await post<AccountImport>("/v1/imports", file);
    expect(await read("s1")).toMatchObject({ stage: "adoption", stageSince: "2025-03-01" });
    await post(`/v1/imports/${done.id}/undo`);
    const back = await read("s1");
    expect(back).toMatchObject({ stage: "onboarding", stageSince: "2025-01-05" });
    expect(back.stageHistory).toEqual([{ since: "2025-01-05", stage: "onboarding" }]);
    await put("s1", { stage: "adoption" }, "?as=hand");
    await put("s1", { stage: "onboarding" }, "?as=hand");
    expect(await read("s1")).toMatchObject({ stage: "onboarding", stageSince: "2025-01-05" });
  });

  it("K16: an import that only says otherwise since when an account is in its stage is undone too", async () => {
    const { put, read } = accountsOf(server);
    await put("s2", { stage: "onboarding", stageSince: "2025-01-05" });
    const file = order("id,Stage,Stage since\ns2,Onboarding,2025-03-01\n");
    const { body: done } = await post<AccountImport>("/v1/imports", file);
    expect(done.rows.map(({ outcome, changed }) => [outcome, changed])).toEqual([
      ["changed", ["stageSince"]],
    ]);
    expect((await read("s2")).stageSince).toBe("2025-03-01");
    const { body: undone } = await post<ImportUndone>(`/v1/imports/${done.id}/undo`);
    expect(undone).toMatchObject({ restored: 1, kept: 0 });
    const back = await read("s2");
    expect(back.stageSince).toBe("2025-01-05");
    expect(back.stageHistory).toEqual([{ since: "2025-01-05", stage: "onboarding" }]);
    await put("s2", { stage: "adoption" }, "?as=hand");
    await post("/v1/imports", file);
    expect(await read("s2")).toMatchObject({ stage: "adoption" });
    expect((await read("s2")).stageSince).not.toBe("2025-03-01");
  });
});
