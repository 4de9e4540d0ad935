import { until } from "../../support/until.ts";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const HEAD = '<meta name="version" content="5.1.0"><script src="/assets/index-Bx81.js"></script>';
const HTML = `<!doctype html><html lang="de"><head>${HEAD}</head>
  <body><main><button id="save">Sichern für Ada</button></main></body></html>`;
const save = anchorTo({ tag: "button", role: "button", name: "Sichern für Ada" });
const gone = anchorTo({ tag: "a", role: "link", name: "Preise" });

const TOUR = guide([
  step("save", { anchor: save }),
  step("plain"),
  step("gone", { anchor: gone, onMissing: "end" }),
]);

test("T46: events say how the search ended and in which language and build, and nothing else of the page", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HTML, { hasty: true });
  await world.call("play", orderOf(TOUR), true);
  for (const name of ["save", "plain"]) {
    await until(
      `step ${name}`,
      () => world.call("reports"),
      (events) => events.some((event) => event.action === "step_shown" && event.step === name),
    );
    const card = page.getByRole("dialog", { name: `Title of ${name}` });
    await card.getByRole("button", { name: "Next" }).click();
  }
  const reports = await until(
    "the run's end",
    () => world.call("reports"),
    (events) => events.some(({ action }) => action === "target_missing"),
  );
  const place = { lang: "de", build: "5.1.0" };
  const told = reports.map(({ action, step: at, target }) => ({ action, at, target }));
  expect(told).toEqual([
    { action: "started", at: "save", target: undefined },
    { action: "step_shown", at: "save", target: { ...place, outcome: "found", score: 1 } },
    { action: "step_completed", at: "save", target: undefined },
    { action: "step_shown", at: "plain", target: undefined },
    { action: "step_completed", at: "plain", target: undefined },
    {
      action: "target_missing",
      at: "gone",
      target: { ...place, outcome: "absent", score: expect.any(Number) },
    },
  ]);
  expect(JSON.stringify(reports)).not.toMatch(/Sichern|Ada|assets/);
});

test("T46: without a stated version the build is a mark of the main script's name alone", async ({
  openPage,
}) => {
  const builds: (string | undefined)[] = [];
  for (const src of ["/a/index-1.js?user=ada", "/b/index-1.js", "/a/index-2.js"]) {
    const html = HTML.replace(HEAD, `<script src="${src}"></script>`);
    const { world } = await openPage(html);
    await world.call("play", orderOf(TOUR), true);
    const reports = await until(
      "the first step",
      () => world.call("reports"),
      (events) => events.some(({ action }) => action === "step_shown"),
    );
    builds.push(reports.find(({ action }) => action === "step_shown")?.target?.build);
  }
  const [first, moved, next] = builds;
  expect(first).toMatch(/^[0-9a-z]{1,7}$/);
  expect(moved).toBe(first);
  expect(next).not.toBe(first);
});
