import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** What a folder may import besides itself. The longest matching folder counts. */
const PURE = ["lib/model", "lib/anchor", "lib/sequence", "lib/signal", "lib/decide", "lib/tour"];
const MAY_IMPORT: Record<string, readonly string[]> = {
  "lib/model": [],
  "lib/anchor": ["lib/model"],
  "lib/sequence": ["lib/model"],
  "lib/signal": ["lib/model", "lib/sequence"],
  "lib/decide": ["lib/model", "lib/sequence", "lib/signal"],
  "lib/tour": ["lib/model", "lib/anchor"],
  "lib/draft": PURE,
  "lib/exchange": [...PURE, "lib/draft"],
  "lib/page": PURE,
  "lib/record": [...PURE, "lib/page", "lib/draft", "lib/exchange"],
  "lib/store": [...PURE, "lib/sync"],
  "lib/sync": PURE,
  "lib/message": ["lib/model", "lib/tour"],
  "lib/i18n": [],
  "lib/background": [...PURE, "lib/draft", "lib/store", "lib/sync", "lib/message"],
  components: [...PURE, "lib/draft", "lib/exchange", "lib/i18n"],
  "components/guide": [...PURE, "lib/page"],
  entrypoints: ["lib", "components"],
  server: [...PURE, "lib/exchange"],
  test: ["lib", "components", "server"],
};

/** Types of the protocol carry no code; these folders speak of messages without sending any. */
const PROTOCOL = "lib/message/protocol.ts";
const MAY_NAME_MESSAGES = ["components", "lib/page", "lib/decide", "lib/tour"];

/** Packages that only some folders may use. */
const PACKAGES: Record<string, readonly string[]> = {
  wxt: ["entrypoints", "lib/message", "lib/background", "wxt.config.ts"],
  idb: ["lib/store"],
  hono: ["server"],
  "@hono/node-server": ["server"],
  "@electric-sql/pglite": ["server", "test"],
  pg: ["server", "test"],
  jose: ["server", "test"],
  nodemailer: ["server/outbound"],
  "smtp-server": ["test"],
  parse5: ["lib/exchange"],
  saxes: ["lib/exchange"],
  papaparse: ["lib/exchange"],
  fflate: ["lib/exchange", "test"],
  pdfmake: ["components/author"],
  minisearch: ["components/panel"],
  "@orama/stemmers": ["components/panel"],
  acorn: ["lib/exchange"],
  "@sveltejs/acorn-typescript": ["lib/exchange"],
  "prosemirror-model": ["components/author"],
  "prosemirror-state": ["components/author"],
  "prosemirror-view": ["components/author"],
  "prosemirror-commands": ["components/author"],
  "prosemirror-keymap": ["components/author"],
};

const MAX_LINES = 300;
const MAX_ENTRYPOINT_LINES = 80;

interface Source {
  path: string;
  text: string;
  imports: { target: string; typeOnly: boolean }[];
}

const sources = listSources();
const isTest = ({ path }: Source) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("test/");

describe("structure", () => {
  it("imports go only in the directions of CONTRIBUTING.md", () => {
    const wrong = sources.filter((source) => !isTest(source)).flatMap(wrongImports);
    expect(wrong).toEqual([]);
  });

  it("notices a wrong direction, so that the test above can fail", () => {
    const planted = (path: string, target: string) =>
      wrongImports({ path, text: "", imports: [{ target, typeOnly: false }] });
    expect(planted("lib/model/a.ts", "../store/database.ts")).toHaveLength(1);
    expect(planted("components/ui/a.tsx", "../../lib/message/browser.ts")).toHaveLength(1);
    expect(planted("server/app.ts", "../lib/page/place.ts")).toHaveLength(1);
    expect(planted("lib/store/a.ts", "../../entrypoints/agent.ts")).toHaveLength(1);
    expect(planted("lib/store/a.ts", "../model/guide.ts")).toEqual([]);
  });

  it("packages are used only in the rooms they were chosen for", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => {
        const name = packageOf(target);
        const rooms = name && PACKAGES[name];
        return rooms && !rooms.some((room) => isIn(path, room)) ? [`${path} uses ${name}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("imports name files that exist, with their endings", () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) =>
        target.startsWith(".") && !existsSync(resolve(path, target)) ? [`${path}: ${target}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it(`no file is longer than ${MAX_LINES} lines`, () => {
    const files = [...sources, ...listed("*.css").map((path) => ({ path, text: textOf(path) }))];
    const long = files.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    expect(long.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it("migrations count from 1, each number once", () => {
    const names = listed("server/db/migrations/*.sql").map((path) => path.split("/").at(-1) ?? "");
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1));
  });

  it("no number stands for two rules", () => {
    const numbers = ruleNumbers();
    expect(numbers.length).toBeGreaterThan(150);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it("docs/spec/README.md says of each letter how far its rules go", () => {
    const last = new Map<string, number>();
    for (const number of ruleNumbers()) {
      const letter = number.slice(0, 1);
      last.set(letter, Math.max(last.get(letter) ?? 0, Number(number.slice(1))));
    }
    const list = readFileSync("docs/spec/README.md", "utf8");
    const told = [...list.matchAll(/^\| ([A-Z])1 to \1(\d+) /gm)].map(
      ([, letter, number]) => `${letter}1 to ${letter}${number}`,
    );
    expect(told.toSorted()).toEqual([...last].map(([of, to]) => `${of}1 to ${of}${to}`).toSorted());
  });

  it("entrypoints wire and hold no logic", () => {
    const entrypoints = sources.filter(({ path }) => path.startsWith("entrypoints/"));
    expect(entrypoints.length).toBeGreaterThan(4);
    const wrong = entrypoints.filter(
      ({ text }) =>
        text.split("\n").length > MAX_ENTRYPOINT_LINES ||
        /(?<!\.)\b(class|switch|for|while)\b\s*[({]|\bfunction\*?\s+\w+/.test(
          withoutComments(text),
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("what is injected into a page brings no schemas along (docs/adr/0012-schemas.md)", () => {
    const reached = new Set(
      [
        "agent",
        "friction",
        "locator",
        "overlay",
        "picker",
        "preview",
        "recorder",
        "redactor",
        "resolver",
      ].map((name) => `entrypoints/${name}.ts`),
    );
    for (const path of reached) {
      const { imports } = sources.find((source) => source.path === path) ?? { imports: [] };
      for (const { target, typeOnly } of imports) {
        if (!typeOnly && target.startsWith(".")) reached.add(resolve(path, target));
      }
    }
    expect(reached.size).toBeGreaterThan(50);
    const wrong = sources.filter(
      ({ path, imports }) =>
        reached.has(path) &&
        imports.some(({ target, typeOnly }) => !typeOnly && /^zod/.test(target)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("no file writes HTML from strings", () => {
    const writes =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/;
    const wrong = sources.filter((source) => !isTest(source) && writes.test(source.text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("only one file attaches a shadow root", () => {
    const attaching = sources.filter((s) => !isTest(s) && s.text.includes("attachShadow"));
    expect(attaching.map(({ path }) => path)).toHaveLength(1);
  });
});

function wrongImports({ path, imports }: Source): string[] {
  const room = roomOf(path);
  if (!room) return [];
  const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
  return imports.flatMap(({ target, typeOnly }) => {
    if (!target.startsWith(".")) return [];
    const file = resolve(path, target);
    if (allowed.some((folder) => isIn(file, folder))) return [];
    if (isIn(room, "components") && isIn(file, "components")) return [];
    if (file === PROTOCOL && typeOnly && MAY_NAME_MESSAGES.some((folder) => isIn(path, folder))) {
      return [];
    }
    return [`${path} imports ${file}`];
  });
}

/** Of all rules, in the order of their files. */
function ruleNumbers(): string[] {
  return readdirSync("docs/spec").flatMap((file) =>
    [...readFileSync(`docs/spec/${file}`, "utf8").matchAll(/^- \*\*([A-Z]\d+)\./gm)].map(
      ([, number = ""]) => number,
    ),
  );
}

/** The narrowest folder with rules that a file is in. */
function roomOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => isIn(path, room))
    .sort((a, b) => b.length - a.length)[0];
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function resolve(from: string, target: string): string {
  return normalize(join(dirname(from), target.replace(/\?.*$/, "")));
}

function packageOf(target: string): string | undefined {
  if (target.startsWith(".") || target.startsWith("node:")) return undefined;
  const parts = target.split("/");
  return target.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

function listed(...patterns: string[]): string[] {
  const found = execFileSync("git", ["ls-files", "-co", "--exclude-standard", ...patterns], {
    encoding: "utf8",
  });
  return found.split("\n").filter((path) => path !== "" && existsSync(path));
}

function textOf(path: string): string {
  return readFileSync(path, "utf8");
}

function listSources(): Source[] {
  return listed("*.ts", "*.tsx").map((path) => {
    const text = textOf(path);
    const found = withoutComments(text).matchAll(
      /\b(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g,
    );
    const imports = [...found].map((match) => ({
      target: match[2] ?? match[3] ?? "",
      typeOnly: match[1] !== undefined,
    }));
    return { path, text, imports };
  });
}
