import { join } from "node:path";
import type { Rect } from "../../../lib/model/rect.ts";
import { bundleScript } from "../../support/bundle.ts";
import { isolate } from "../../support/isolate.ts";
import { expect, type OpenPage, test } from "./support/page.ts";
import type { SensitiveWorld } from "./support/sensitive-world.ts";

const WORLD = join(import.meta.dirname, "support/sensitive-world.ts");
const SECRET = "anna@corp.test";

/** A page with this body: which of its elements with an id are hidden, in part at least, and the boxes. */
async function look(openNext: OpenPage, body: string) {
  const { page } = await openNext(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
     <style>body { margin: 0; font: 14px monospace } * { box-sizing: border-box }</style>
     <body>${body}</body></html>`,
  );
  const world = await isolate<SensitiveWorld>(page, await bundleScript(WORLD));
  const { sensitive } = await world.call("sight");
  const places = await page.locator("[id]").evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { id: element.id, x: x + width / 2, y: y + height / 2 };
    }),
  );
  const hidden = places.filter((at) => sensitive.some((box) => isIn(at, box)));
  return { world, sensitive, hidden: hidden.map(({ id }) => id) };
}

function isIn({ x, y }: { x: number; y: number }, box: Rect): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

test("P6: what is typed is hidden, whatever it is; what is ticked or empty is not", async ({
  openNext,
}) => {
  const { hidden } = await look(
    openNext,
    `<style>p { margin: 10px }</style>
     <p><input id="text" value="x"></p><p><input id="empty"></p>
     <p><input id="password" type="password" value="x"></p><p><input id="date" type="date" value="2026-01-01"></p>
     <p><input id="check" type="checkbox" checked></p><p><input id="range" type="range"></p>
     <p><input id="save" type="submit" value="Save"></p>
     <p><input id="caption" type="button" value="Mail ${SECRET}"></p>
     <p><input id="hint" placeholder="Your name"></p><p><input id="told" placeholder="${SECRET}"></p>
     <p><textarea id="area">x</textarea></p><p><textarea id="no-area"></textarea></p>
     <p id="rich" contenteditable>x</p><p id="no-rich" contenteditable></p>
     <p id="fixed" contenteditable="false">x</p>
     <p><select id="plan"><option>Free</option></select></p>
     <p><select id="birth-year"><option>1970</option></select></p>
     <p><label>Страна <select id="named"><option>Эстония</option></select></label></p>
     <p><select id="owner"><option>${SECRET}</option></select></p>
     <div id="role" role="textbox">x</div>`,
  );
  expect(hidden).toEqual(
    "text password date caption told area rich birth-year named owner role".split(" "),
  );
});

test("P7: what the app has marked is hidden with all that reaches over its edges", async ({
  openNext,
}) => {
  const { hidden } = await look(
    openNext,
    `<p id="ours" data-waymark-ignore>x</p><p id="agent" data-cs-ignore>x</p>
     <p id="peer" class="sentry-mask">x</p><p id="clarity" data-clarity-mask="true">x</p>
     <p id="unmasked" data-clarity-mask="false">x</p><p id="plain">x</p>
     <div data-private style="height: 10px"><div style="height: 60px"></div><b id="over">x</b></div>`,
  );
  expect(hidden).toEqual(["ours", "agent", "peer", "clarity", "over"]);
});

test("P5: what is cut off is not hidden where it is not; what only seems cut off is", async ({
  openNext,
}) => {
  const { hidden } = await look(
    openNext,
    `<div style="height: 30px; overflow: auto; position: relative"><div style="height: 90px"></div>${SECRET}</div>
     <p id="below" style="height: 90px">Public</p>
     <div style="height: 20px; overflow: hidden"><p id="escapes" style="position: absolute; left: 300px; top: 200px">${SECRET}</p></div>
     <div style="height: 20px; overflow: hidden; position: relative; top: 100px">
       <p id="within" style="position: absolute; top: 40px; margin: 0">${SECRET}</p></div>
     <div style="height: 1px; overflow: hidden"><p id="sticks" style="position: fixed; left: 500px; top: 300px">${SECRET}</p></div>`,
  );
  expect(hidden).toEqual(["escapes", "sticks"]);
});

const OVER = "position: fixed; left: 0; top: 0; width: 300px; height: 100px;";
for (const [what, style, isHidden] of [
  ["an opaque layer", "background: #fff", false],
  ["a transparent layer", "background: rgb(255 255 255 / 90%)", true],
  ["a layer that fades", "background: #fff; opacity: 0.9", true],
  ["a layer that is turned", "background: #fff; rotate: 3deg", true],
  ["a layer without a ground", "", true],
  ["a layer cut to a shape", "background: #fff; clip-path: circle(20px)", true],
  ["a layer that is too small", "background: #fff; height: 15px", true],
  ["a layer beneath", "background: #fff; z-index: -1", true],
  ["what is no layer", "background: #fff; position: absolute", true],
] as const) {
  test(`P5: under ${what} text ${isHidden ? "is hidden" : "cannot be seen"}`, async ({
    openNext,
  }) => {
    const { sensitive } = await look(
      openNext,
      `<p style="margin: 20px">${SECRET}</p><div style="${OVER}${style}"><p>Dialog</p></div>`,
    );
    expect(sensitive.length > 0).toBe(isHidden);
  });
}

test("P5: what pointers go through, and what is shown over a layer from within it, covers nothing", async ({
  openNext,
}) => {
  const above = "position: fixed; left: 30px; top: 30px; z-index: 9; margin: 0;";
  const { hidden } = await look(
    openNext,
    `<p id="through" style="${above} pointer-events: none">${SECRET}</p>
     <div style="${OVER} background: #fff; z-index: 1"></div>
     <p id="above" style="${above} top: 140px; z-index: 2">${SECRET}</p>
     <div style="${OVER} top: 100px; background: #fff; z-index: 1"><div id="pop" popover
       style="position: fixed; inset: 110px auto auto 0; margin: 0; width: 290px; height: 80px; background: none; border: 0"></div></div>
     <script>document.querySelector("#pop").showPopover()</script>`,
  );
  expect(hidden).toEqual(expect.arrayContaining(["through", "above"]));
});

test("P5: under an open modal dialog text cannot be seen", async ({ openNext }) => {
  const { sensitive } = await look(
    openNext,
    `<p style="margin: 40px">${SECRET}</p>
     <dialog style="position: fixed; inset: 10px auto auto 10px; margin: 0; width: 400px; height: 90px; background: #fff"></dialog>
     <script>document.querySelector("dialog").showModal()</script>`,
  );
  expect(sensitive).toEqual([]);
});

test("P5: in a dialog over secrets only its own are hidden", async ({ openNext }) => {
  const { sensitive } = await look(
    openNext,
    `<p style="margin: 40px">${SECRET}</p><p style="margin: 0">far ${SECRET}</p>
     <dialog open style="position: fixed; inset: 20px auto auto 20px; z-index: 1; margin: 0; width: 400px; height: 60px;
       background: #fff; border-radius: 8px"><input id="in" value="x"></dialog>`,
  );
  expect(sensitive).toHaveLength(2);
});
