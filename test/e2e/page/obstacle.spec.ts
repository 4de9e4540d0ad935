import type { Page } from "@playwright/test";
import { anchorTo, guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const target = anchorTo({ tag: "button", name: "New report", id: "report" });
const of = guide([step("one", { anchor: target, advance: { on: "click" } }), step("two")]);

const host = (body: string) =>
  `<!doctype html><html lang="en"><title>Host</title><style>
    .over { position: fixed; inset: 0; background: rgb(200 200 200 / 60%) }</style><body>${body}</body></html>`;
const BUTTON = '<p style="height: 100px"></p><button id="report">New report</button>';

const card = (page: Page) => page.getByRole("dialog", { name: "Title of one" });
const ring = (page: Page) => page.locator(".ring");
const COVERED = "It is covered by something right now.";
const DISABLED = "It cannot be used yet.";

/** What lies over a target, and what takes it away. */
const COVERS: Record<string, { html: string; cover: () => void; uncover: () => void }> = {
  "a layer of the host": {
    html: host(BUTTON),
    cover: () => {
      document.body.append(Object.assign(document.createElement("div"), { className: "over" }));
    },
    uncover: () => document.querySelector(".over")?.remove(),
  },
  "a layer in a shadow root": {
    html: host(`${BUTTON}<app-layer></app-layer>`),
    cover: () => {
      const layer = document.querySelector("app-layer");
      const root = layer?.shadowRoot ?? layer?.attachShadow({ mode: "open" });
      const over = document.createElement("div");
      over.style.cssText = "position: fixed; inset: 0; background: silver";
      root?.append(over);
      layer?.setAttribute("open", "");
    },
    uncover: () => {
      document.querySelector("app-layer")?.shadowRoot?.replaceChildren();
      document.querySelector("app-layer")?.removeAttribute("open");
    },
  },
  "a modal dialog": {
    html: host(`${BUTTON}<dialog>Sure?</dialog>`),
    cover: () => document.querySelector("dialog")?.showModal(),
    uncover: () => document.querySelector("dialog")?.close(),
  },
  "a popover": {
    html: host(
      `${BUTTON}<div popover="manual" id="news" style="inset: 0; width: 100%; height: 100%; margin: 0">News</div>`,
    ),
    cover: () => document.getElementById("news")?.showPopover(),
    uncover: () => document.getElementById("news")?.hidePopover(),
  },
};

for (const [name, { html, cover, uncover }] of Object.entries(COVERS)) {
  test(`T41: a target under ${name} is said to be covered, and not pointed at`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(html);
    await world.call("play", orderOf(of), true);
    await expect(card(page)).toContainText("Click the highlighted spot");
    await expect(ring(page)).toBeVisible();
    await page.evaluate(cover);
    await expect(card(page)).toContainText(COVERED);
    await expect(page.getByRole("status")).toHaveText(COVERED);
    await expect(ring(page)).toBeHidden();
    await expect(page.locator(".arrow")).toBeHidden();
    await page.evaluate(uncover);
    await expect(card(page)).toContainText("Click the highlighted spot");
    await expect(ring(page)).toBeVisible();
  });
}

/** What makes a target useless, and what mends it. */
const OFF: Record<string, { html: string; on: () => void }> = {
  "its own attribute": {
    html: host(BUTTON.replace("<button", "<button disabled")),
    on: () => document.getElementById("report")?.removeAttribute("disabled"),
  },
  "a fieldset": {
    html: host(`<fieldset disabled>${BUTTON}</fieldset>`),
    on: () => document.querySelector("fieldset")?.removeAttribute("disabled"),
  },
  "aria-disabled": {
    html: host(BUTTON.replace("<button", '<button aria-disabled="true"')),
    on: () => document.getElementById("report")?.setAttribute("aria-disabled", "false"),
  },
  "an inert part of the page": {
    html: host(`<main inert>${BUTTON}</main>`),
    on: () => document.querySelector("main")?.removeAttribute("inert"),
  },
};

for (const [name, { html, on }] of Object.entries(OFF)) {
  test(`T41: a target that is disabled by ${name} is said to be of no use yet`, async ({
    openPage,
  }) => {
    const { page, world } = await openPage(html);
    await world.call("play", orderOf(of, { locales: ["ru"] }), true);
    const shown = page.getByRole("dialog", { name: "Заголовок one" });
    await expect(shown).toContainText("Пока этим нельзя воспользоваться.");
    await expect(ring(page)).toHaveAttribute("data-on", "true");
    await page.evaluate(on);
    await expect(shown).toContainText("Нажмите на выделенное место");
  });
}

/** Things above or around a target that are no obstacle. */
const HARMLESS: Record<string, string> = {
  "its own content": host(BUTTON.replace("New report", "<b><i>New report</i></b>")),
  "a drawn box over its native one, in one label": host(
    '<label style="position: relative"><input id="report" type="checkbox" aria-label="New report"><span style="position: absolute; inset: 0">New report</span></label>',
  ),
  "a see-through file field": host(
    '<div style="position: relative; width: 200px"><button id="report">New report</button><input type="file" style="position: absolute; inset: 0; opacity: 0"></div>',
  ),
  "content in a slot": host(
    '<my-button><b>New report</b></my-button><script>document.querySelector("my-button").attachShadow({ mode: "open" }).innerHTML = "<button id=report><slot></slot></button>"</script>',
  ),
  "a region it is half scrolled out of": host(
    `<div style="height: 110px; overflow: auto">${BUTTON}</div><div style="height: 300px">Beside</div>`,
  ),
};

for (const [name, html] of Object.entries(HARMLESS)) {
  test(`T41: ${name} does not cover it`, async ({ openPage }) => {
    const { page, world } = await openPage(html);
    const anchor = name.includes("label")
      ? anchorTo({ tag: "input", type: "checkbox", name: "New report", id: "report" })
      : target;
    await world.call("play", orderOf(guide([step("one", { anchor })])), true);
    await expect(ring(page)).toHaveAttribute("data-on", "true");
    await world.evaluate(`(async () => {
      const sight = new IntersectionObserver(() => undefined);
      for (let frames = 30; frames > 0; frames--) await new Promise(requestAnimationFrame);
      sight.disconnect();
    })()`);
    await expect(card(page)).not.toContainText(COVERED);
    await expect(ring(page)).toBeVisible();
  });
}

test("T41: nothing is tested for while nothing changes, and not at every frame while it scrolls", async ({
  openPage,
}) => {
  const { page, world } = await openPage(host(`${BUTTON}<p style="height: 3000px"></p>`));
  await world.call("play", orderOf(of), true);
  await expect(ring(page)).toHaveAttribute("data-on", "true");
  const [still, scrolled] = await world.evaluate<[number, number]>(`(async () => {
    const frames = async (count, each) => {
      while (count--) { each?.(count); await new Promise(requestAnimationFrame); }
    };
    await frames(30);
    let hits = 0;
    const test = Document.prototype.elementsFromPoint;
    document.elementsFromPoint = (x, y) => { hits++; return test.call(document, x, y); };
    await frames(30);
    const still = hits;
    await frames(60, (count) => scrollTo(0, count % 40));
    delete document.elementsFromPoint;
    return [still, hits - still];
  })()`);
  expect(still).toBe(0);
  expect(scrolled).toBeGreaterThan(0);
  expect(scrolled).toBeLessThan(20);
});

test("T41: an obstacle is announced once, however often it comes", async ({ openPage }) => {
  const { page, world } = await openPage(host(BUTTON));
  await world.call("play", orderOf(of), true);
  await expect(card(page)).toContainText("Click the highlighted spot");
  const button = page.locator("#report");
  const announced: (string | null)[] = [];
  for (let round = 0; round < 2; round++) {
    await button.evaluate((element) => element.setAttribute("disabled", ""));
    await expect(card(page)).toContainText(DISABLED);
    announced.push(await page.getByRole("status").textContent());
    await button.evaluate((element) => element.removeAttribute("disabled"));
    await expect(card(page)).toContainText("Click the highlighted spot");
    await page.locator(".unseen").evaluate((voice) => voice.replaceChildren());
  }
  expect(announced).toEqual([DISABLED, ""]);
});
