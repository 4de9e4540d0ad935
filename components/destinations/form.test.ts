import { describe, expect, it } from "vitest";
import { NewForward } from "../../lib/model/forward.ts";
import { parse } from "../../lib/model/parse.ts";
import { destinationOf, EMPTY_FORM, faultsOf, formOf } from "./form.ts";

const stored = {
  ...{ hint: null, batch: false, createdAt: 0, waiting: 0, sent: 0, dropped: 0 },
  ...{ paused: false, error: null, failedAt: null, nextAt: null },
};

describe("targets of messages in the settings", () => {
  it("a new webhook is signed and gets news of accounts, not what people do", () => {
    const made = destinationOf({ ...EMPTY_FORM, id: "crm", url: " https://crm.example.com/in " });
    expect(parse(NewForward, made).ok).toBe(true);
    expect(made).toMatchObject({
      url: "https://crm.example.com/in",
      sign: true,
      takes: "playbooks",
      changes: expect.arrayContaining(["risk.changed"]),
    });
    expect(made).not.toHaveProperty("secret");
  });

  it("a new target takes the place of no other one, and says what it lacks", () => {
    const whole = { ...EMPTY_FORM, id: " crm ", url: "https://crm.example.com/in" };
    expect(faultsOf(whole, ["mail"])).toEqual({});
    expect(faultsOf(whole, ["mail", "crm"])).toEqual({ id: "taken" });
    expect(faultsOf(EMPTY_FORM, [])).toEqual({ id: "required", url: "required" });
    expect(faultsOf({ ...EMPTY_FORM, kind: "email", id: "mail" }, [])).toEqual({});
  });

  it("addresses are taken with commas, semicolons or lines between them", () => {
    const addresses = "a@example.com; b@example.com,\nc@example.com";
    const made = destinationOf({ ...EMPTY_FORM, kind: "email", addresses });
    expect(parse(NewForward, made).ok).toBe(true);
    expect(made).toEqual({
      kind: "email",
      url: "mailto:a@example.com,b@example.com,c@example.com",
      toOwner: true,
    });
  });

  it("changed without being touched, a target stays what it is", () => {
    const mail = { kind: "email", url: "mailto:a@example.com,b@example.com" } as const;
    const same = { sign: false, takes: "playbooks" as const, changes: [], toOwner: false };
    const of = formOf({ id: "mail", ...mail, ...same, ...stored });
    expect(of.addresses).toBe("a@example.com, b@example.com");
    expect(destinationOf(of)).toEqual({ ...mail, toOwner: false });
    const hook = {
      kind: "cloudevents" as const,
      url: "https://x.example.com/",
      sign: true,
      batch: true,
      takes: "all" as const,
      changes: ["task.made" as const],
    };
    const again = destinationOf(formOf({ ...stored, id: "hook", toOwner: false, ...hook }));
    expect(again).toEqual(hook);
  });
});
