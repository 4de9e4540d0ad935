import { describe, expect, test } from "vitest";
import { permissionPattern, readServer, readSite } from "./address.ts";

describe("the address of a site", () => {
  test.each([
    ["app.example.com", "https://app.example.com"],
    [" https://App.Example.com/inbox?id=1#x ", "https://app.example.com"],
    ["app.example.com:8443/a", "https://app.example.com:8443"],
    ["localhost:1880", "http://localhost:1880"],
    ["127.0.0.1:1880/flow", "http://127.0.0.1:1880"],
    ["[::1]:1880", "http://[::1]:1880"],
    ["http://nodered.local", "http://nodered.local"],
    ["пример.рф", "https://xn--e1afmkfd.xn--p1ai"],
  ])("%s is %s", (text, origin) => {
    expect(readSite(text)).toEqual({ ok: true, value: origin });
  });

  test.each(["", "  ", "two words", "https://", "http://:80", "intranet"])("%j is none", (text) => {
    expect(readSite(text)).toEqual({ ok: false, fault: "invalid" });
  });

  test.each([
    "ftp://example.com",
    "javascript:alert(1)",
    "file:///etc",
    "chrome://settings",
  ])("%s has a scheme that cannot be added", (text) => {
    expect(readSite(text)).toEqual({ ok: false, fault: "scheme" });
  });

  test("asks for permission without the port", () => {
    expect(permissionPattern("http://localhost:1880")).toBe("http://localhost/*");
  });
});

describe("the address of a server", () => {
  test.each([
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787"],
    ["http://[::1]:8787", "http://[::1]:8787"],
    ["https://cs.example.com/waymark//", "https://cs.example.com/waymark"],
    ["cs.example.com", "https://cs.example.com"],
    ["localhost:8787", "http://localhost:8787"],
  ])("%s is %s", (text, server) => {
    expect(readServer(text)).toEqual({ ok: true, value: server });
  });

  test("plain http is only for this computer", () => {
    expect(readServer("http://cs.example.com")).toEqual({ ok: false, fault: "insecure" });
    expect(readServer("http://127.0.0.1.example.com")).toMatchObject({ ok: false });
  });

  test.each([
    "",
    "nonsense",
    "ftp://a.example",
    "https://u:p@a.example",
    "https://a.b/?k=1",
  ])("%j is none", (text) => {
    expect(readServer(text)).toEqual({ ok: false, fault: "invalid" });
  });
});
