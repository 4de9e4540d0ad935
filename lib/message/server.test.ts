import { describe, expect, it, vi } from "vitest";
import { createClient } from "./client.ts";
import { createServer, type Handlers, type Sender, UserError } from "./server.ts";

const PAGE: Sender = {
  kind: "page",
  tab: 7,
  frame: 0,
  document: undefined,
  url: "https://app.test/",
};
const PANEL: Sender = { ...PAGE, kind: "extension", url: "chrome-extension://id/sidepanel.html" };

/** Client and server in memory, with what the browser does to a message between. */
function connect(handlers: Partial<Handlers>, sender: Sender, report = vi.fn()) {
  const serve = createServer(handlers as Handlers, report);
  return createClient(async (message) =>
    structuredClone(await serve(structuredClone(message), sender)),
  );
}

describe("messages", () => {
  it("are answered by their handler, which learns the sender from the browser", async () => {
    const claim = vi.fn(async () => ({ granted: true, reason: "due" }));
    const send = connect({ "guide.claim": claim }, PAGE);
    expect(await send("guide.claim", { guide: "tour" })).toEqual({
      ok: true,
      value: { granted: true, reason: "due" },
    });
    expect(claim).toHaveBeenCalledWith({ guide: "tour" }, PAGE);
  });

  it("of extension pages are refused from a host page", async () => {
    const wipe = vi.fn();
    const send = connect({ "data.delete": wipe }, PAGE);
    expect(await send("data.delete", {})).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(wipe).not.toHaveBeenCalled();
  });

  it("with bad input are refused by the name of the field", async () => {
    const send = connect({ "guide.claim": vi.fn() }, PAGE);
    const reply = await send("guide.claim", { guide: "No Such Id", tab: 3 } as never);
    expect(reply).toMatchObject({ ok: false, error: { code: "invalid" } });
    if (!reply.ok) {
      expect(reply.error.message).toContain('guide: found "No Such Id"');
      expect(reply.error.message).toContain("tab: found 3");
    }
  });

  it("that are too large are refused", async () => {
    const send = connect({ "page.problems": vi.fn() }, PAGE);
    const selectors = Array.from({ length: 200 }, () => "x".repeat(500));
    expect(await send("page.problems", { selectors })).toMatchObject({
      ok: false,
      error: { code: "invalid" },
    });
  });

  it("tell a person what they can mend, and report what nobody expected", async () => {
    const report = vi.fn();
    const send = connect(
      {
        "sites.add": async () => {
          throw new UserError("Give an address such as https://app.example.com.");
        },
        "sync.now": async () => {
          throw new TypeError("broken");
        },
      },
      PANEL,
      report,
    );
    expect(await send("sites.add", { origin: "?" })).toMatchObject({
      error: { message: "Give an address such as https://app.example.com." },
    });
    expect(report).not.toHaveBeenCalled();
    expect(await send("sync.now", {})).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(report).toHaveBeenCalledOnce();
  });

  it("to a frozen or dead background end with a clear error", async () => {
    const frozen = createClient(() => new Promise(() => undefined), 5);
    expect(await frozen("status.get", {})).toMatchObject({ error: { code: "timeout" } });
    const dead = createClient(() => Promise.reject(new Error("Extension context invalidated.")));
    expect(await dead("status.get", {})).toMatchObject({ error: { code: "failed" } });
    const orphaned = createClient(() => {
      throw new TypeError("Cannot read properties of undefined (reading 'sendMessage')");
    });
    expect(await orphaned("status.get", {})).toMatchObject({ error: { code: "failed" } });
    const nobody = createClient(async () => undefined);
    expect(await nobody("status.get", {})).toMatchObject({ error: { code: "failed" } });
  });

  it("of others are not ours to answer", async () => {
    const serve = createServer({} as Handlers, vi.fn());
    for (const message of [undefined, null, 3, "text", {}, { name: "toString" }, { name: 1 }]) {
      expect(await serve(message, PAGE)).toBeUndefined();
    }
  });
});
