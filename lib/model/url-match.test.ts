import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesUrl } from "./url-match.ts";
import { UrlPattern } from "./url-pattern.ts";

const page = (text: string) => {
  const { host, pathname, search, hash } = new URL(text);
  return { host, pathname, search, hash };
};

const at = (pathname: string) => ({ host: "a.b", pathname, search: "", hash: "" });

describe("UrlPattern", () => {
  it.each([
    [{ host: "app.example.com" }, "https://app.example.com/x", true],
    [{ host: "app.example.com" }, "https://app.example.com:8443/x", false],
    [{ host: "*.example.com" }, "https://app.example.com/", true],
    [{ host: "*.example.com" }, "https://a.b.example.com/", false],
    [{ host: "**.example.com" }, "https://a.b.example.com/", true],
    [{ host: "*.example.com" }, "https://evilexample.com/", false],
    [{ host: "app.example.com" }, "https://appXexample.com/", false],
    [{ path: "/flows/*" }, "https://a.b/flows/12", true],
    [{ path: "/flows/*" }, "https://a.b/flows/12/edit", false],
    [{ path: "/flows/**" }, "https://a.b/flows/12/edit", true],
    [{ path: "/flows" }, "https://a.b/flows/", false],
    [{ hash: "flow/*" }, "https://a.b/#flow/12", true],
    [{ hash: "flow/*" }, "https://a.b/", false],
    [{ query: { tab: "users" } }, "https://a.b/?x=1&tab=users", true],
    [{ query: { tab: "users" } }, "https://a.b/?tab=groups", false],
    [{ query: { tab: "*" } }, "https://a.b/?tab=a/b.c", true],
    [{ query: { tab: "*" } }, "https://a.b/?other=1", false],
    [{ query: { next: "/a?b=c" } }, "https://a.b/?next=/a?b=c", true],
    [{ query: { q: "a b" } }, "https://a.b/?q=a+b", true],
    [{ query: { q: "%" } }, "https://a.b/?q=%", true],
    [{ host: "a.b", path: "/x" }, "https://a.b/y", false],
  ])("%j on %s is %s", (pattern, url, holds) => {
    expect(matchesUrl(pattern, page(url))).toBe(holds);
  });

  it("needs at least one part", () => {
    expect(UrlPattern.safeParse({}).success).toBe(false);
  });

  it("a text without stars matches itself and nothing else, whatever characters it has", () => {
    const text = fc.string({ minLength: 1 }).filter((value) => !value.includes("*"));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(matchesUrl({ path: one }, at(other))).toBe(one === other);
      }),
    );
  });

  it("finds what a star may stand for, whatever the text around it", () => {
    const text = fc.string().filter((value) => !value.includes("*"));
    const segment = text.filter((value) => !value.includes("/"));
    fc.assert(
      fc.property(text, segment, text, (before, middle, after) => {
        const path = before + middle + after;
        expect(matchesUrl({ path: `${before}*${after}` }, at(path))).toBe(true);
        expect(matchesUrl({ path: `${before}**${after}` }, at(path))).toBe(true);
      }),
    );
  });

  it("comes to an end with patterns made to be slow", () => {
    expect(matchesUrl({ path: `${"*a".repeat(100)}b` }, at("a".repeat(2000)))).toBe(false);
    expect(matchesUrl({ path: `${"**a".repeat(90)}` }, at("a".repeat(2000)))).toBe(true);
  });
});
