import type { Condition } from "../model/condition.ts";
import { templatePath } from "../model/path.ts";
import type { UrlPattern } from "../model/url-pattern.ts";

type Page = Extract<Condition, { type: "page" }>;

const LONGEST = 300;

/** Which page an address shows, with `*` for what looks like an identifier; undefined where no pattern can say it. */
export function pageOf(address: string): Page | undefined {
  const pattern = patternOf(address);
  return pattern && { type: "page", url: { path: pattern.path, ...hashOf(pattern) } };
}

/** The page that the second address shows, if it is another one than that of the first. */
export function newPage(from: string, to: string): Page | undefined {
  const [before, after] = [patternOf(from), patternOf(to)];
  if (!after || isSame(before, after)) return undefined;
  const moved = before?.host !== after.host && { host: after.host };
  return { type: "page", url: { ...moved, path: after.path, ...hashOf(after) } };
}

interface Parts {
  host: string;
  path: string;
  hash: string | undefined;
}

function patternOf(address: string): Parts | undefined {
  const [, host = "", pathname = "", hash = ""] =
    /^[a-z]+:\/\/([^/?#]*)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const path = globOf(pathname || "/");
  if (!host || host.length > LONGEST || path.length > LONGEST) return undefined;
  // A fragment counts where it is a route.
  const route = /^!?\//.test(hash) ? globOf(hash) : undefined;
  return { host, path, hash: route && route.length <= LONGEST ? route : undefined };
}

function globOf(path: string): string {
  return templatePath(path).replaceAll(":id", "*");
}

function hashOf({ hash }: Parts): Pick<UrlPattern, "hash"> {
  return hash ? { hash } : {};
}

function isSame(a: Parts | undefined, b: Parts): boolean {
  return a?.host === b.host && a.path === b.path && a.hash === b.hash;
}
