import { expect, test } from "vitest";
import type { AccountDetail } from "../../lib/model/account.ts";
import { EDITED, editOf, textOf } from "./field-edit.ts";

const ACCOUNT = {
  name: "Acme",
  owner: null,
  modules: ["core", "reports"],
  mrr: { minor: 120050, currency: "EUR", since: "2026-01-01" },
  seats: 10,
  renewal: "2027-01-31",
  stage: "value",
  custom: { tier: 2, note: "x", beta: true },
} as unknown as AccountDetail;

test("what stands in a field is what was typed, whatever field it is", () => {
  const fields = [...EDITED, "custom.tier", "custom.note", "custom.beta"];
  for (const field of fields.filter((one) => textOf(ACCOUNT, one) !== "")) {
    const edit = editOf(ACCOUNT, field, textOf(ACCOUNT, field));
    const [name = ""] = field.split(".");
    const before = field === "mrr" ? { minor: 120050, currency: "EUR" } : ACCOUNT[name as "name"];
    expect(edit.ok && Object.values(edit.patch)[0], field).toEqual(
      name === "custom" ? { [field.slice(7)]: ACCOUNT.custom[field.slice(7)] } : before,
    );
  }
});

test("an amount has a currency, by itself or from before, and no more digits than that has", () => {
  const patch = (minor: number, currency: string) => ({
    ok: true,
    patch: { mrr: { minor, currency } },
  });
  expect(editOf(ACCOUNT, "mrr", "99")).toEqual(patch(9900, "EUR"));
  expect(editOf(ACCOUNT, "mrr", "99,5 usd")).toEqual(patch(9950, "USD"));
  expect(editOf(ACCOUNT, "mrr", "500 JPY")).toEqual(patch(500, "JPY"));
  for (const wrong of ["99.505", "5.5 JPY", "many", "-3 EUR"]) {
    expect(editOf(ACCOUNT, "mrr", wrong), wrong).toEqual({ ok: false, error: "amount" });
  }
  expect(editOf({ ...ACCOUNT, mrr: null }, "mrr", "99")).toEqual({ ok: false, error: "amount" });
});

test("an empty field is unknown, and what cannot be read says why", () => {
  expect(editOf(ACCOUNT, "owner", " ")).toEqual({ ok: true, patch: { owner: null } });
  expect(editOf(ACCOUNT, "modules", "")).toEqual({ ok: true, patch: { modules: [] } });
  expect(editOf(ACCOUNT, "custom.note", "")).toEqual({
    ok: true,
    patch: { custom: { note: null } },
  });
  expect(editOf(ACCOUNT, "renewal", "31.1.2027")).toEqual({ ok: false, error: "day" });
  expect(editOf(ACCOUNT, "seats", "ten")).toEqual({ ok: false, error: "number" });
});
