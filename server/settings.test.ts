import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

describe("settings", () => {
  it("are all optional: the embedded database, on this machine only", () => {
    expect(readSettings({})).toEqual({
      port: 8787,
      host: "127.0.0.1",
      dataFolder: ".data/server",
      databaseUrl: undefined,
      adminToken: undefined,
      writeKey: undefined,
      networks: [],
      mail: null,
      proxies: [],
      rate: { perSecond: 5000, burst: 50_000 },
      questions: { perSecond: 100, burst: 1000 },
      tries: { perSecond: 1 / 6, burst: 20 },
    });
  });

  it("0 lifts a limit", () => {
    const none = { WAYMARK_RATE: "0", WAYMARK_QUESTION_RATE: "0", WAYMARK_TRIES: "0" };
    expect(readSettings(none)).toMatchObject({ rate: null, questions: null, tries: null });
  });

  it.each([
    [{ PORT: "99999" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ WAYMARK_ADMIN_TOKEN: "short" }, "WAYMARK_ADMIN_TOKEN"],
    [
      { WAYMARK_FORWARD_NETWORKS: "10.0.0.0/8, intranet" },
      'WAYMARK_FORWARD_NETWORKS names "intranet"',
    ],
    [{ WAYMARK_TRUSTED_PROXIES: "10.0.0.1" }, 'WAYMARK_TRUSTED_PROXIES names "10.0.0.1"'],
    [{ WAYMARK_TRIES: "ten" }, "WAYMARK_TRIES"],
    [{ SMTP_URL: "http://user:short@mail.example.com", SMTP_FROM: "a@example.com" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example.com", SMTP_FROM: "Ann" }, 'SMTP_FROM is "Ann"'],
    [{ SMTP_FROM: "a@example.com" }, "SMTP_URL"],
    [{ WAYMARK_WRITE_KEY: "with a space and a :" }, "WAYMARK_WRITE_KEY"],
  ])("%j is refused by name, without repeating a secret", (env, name) => {
    expect(() => readSettings(env)).toThrow(name);
    expect(() => readSettings(env)).not.toThrow(/short|with a space/);
  });
});
