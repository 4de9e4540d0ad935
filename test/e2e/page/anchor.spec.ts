import { expect, test } from "./support/page.ts";

const SHELL = (body: string) =>
  `<!doctype html><html lang="en"><title>Host</title><body>${body}</body></html>`;

const CLOBBERED = SHELL(`
  <h1>Profile</h1>
  <form id="profile">
    <input name="id"><input name="getAttribute"><input name="parentNode"><input name="tagName">
    <input name="querySelector"><input name="matches"><input name="shadowRoot"><input name="children">
    <input name="getBoundingClientRect"><input name="checkVisibility"><input name="firstElementChild">
    <label>Display name <input name="display" value="typed by a person"></label>
    <button type="submit">Save profile</button>
  </form>`);

test("A1: finds what it took a fingerprint of, in a form whose fields shadow the DOM", async ({
  openPage,
}) => {
  const { world } = await openPage(CLOBBERED);
  const fingerprint = await world.call("fingerprint", "button");
  expect(fingerprint).toMatchObject({ tag: "button", name: "Save profile", heading: "Profile" });
  expect(await world.call("search", { samples: [{ fingerprint }] })).toMatchObject({
    outcome: "found",
    tag: "button",
  });
});

test("A2: the values of fields are never part of a fingerprint", async ({ openPage }) => {
  const { page, world } = await openPage(
    SHELL(`<label>Note <textarea name="note">written before</textarea></label>
      <select name="plan"><option>Secret plan</option></select>
      <div role="textbox" contenteditable="true" id="editor">a private thought</div>
      <input name="card" value="4111"><input type="submit" value="Pay now">`),
  );
  await page.fill("[name=card]", "4242 4242");
  const prints = await Promise.all(
    ["textarea", "select", "#editor", "[name=card]"].map((path) => world.call("fingerprint", path)),
  );
  const text = JSON.stringify(prints);
  for (const secret of ["written before", "Secret plan", "private", "4111", "4242"]) {
    expect(text).not.toContain(secret);
  }
  expect(await world.call("fingerprint", "[type=submit]")).toMatchObject({ name: "Pay now" });
});

const SHADOW = SHELL(`<app-bar></app-bar><main><button>Other</button></main>
  <script>
    const bar = document.querySelector("app-bar").attachShadow({ mode: "open" });
    bar.innerHTML = "<app-menu><b>Export as PDF</b></app-menu>";
    const menu = bar.querySelector("app-menu").attachShadow({ mode: "open" });
    menu.innerHTML = "<button class=x><slot></slot></button>";
  </script>`);

test("A1: finds through nested open shadow roots and slots", async ({ openPage }) => {
  const { world } = await openPage(SHADOW);
  const fingerprint = await world.call("fingerprint", "app-bar >>> app-menu >>> button");
  expect(fingerprint).toMatchObject({
    name: "Export as PDF",
    ancestors: ["app-menu", "app-bar", "body", "html"],
  });
  expect(await world.call("search", { samples: [{ fingerprint }] })).toMatchObject({
    outcome: "found",
    html: expect.stringContaining('class="x"'),
  });
});

test("A8: says ambiguous for twins and absent for what was removed", async ({ openPage }) => {
  const { page, world } = await openPage(
    SHELL(
      `<main><p>Orders</p><button id="one">Edit order</button><button>Edit order</button></main>`,
    ),
  );
  const fingerprint = { tag: "button", name: "Edit order", text: "Edit order" };
  expect(await world.call("search", { samples: [{ fingerprint }] })).toMatchObject({
    outcome: "ambiguous",
    rivals: [expect.any(Number), expect.any(Number)],
  });
  await page.evaluate(() => {
    for (const button of document.querySelectorAll("button")) button.textContent = "Print";
  });
  expect(await world.call("search", { samples: [{ fingerprint }] })).toMatchObject({
    outcome: "absent",
  });
});

test("A1: hidden twins do not count", async ({ openPage }) => {
  const { world } = await openPage(
    SHELL(`<nav style="display:none"><a href="/orders">Orders</a></nav>
      <nav style="visibility:hidden"><a href="/orders">Orders</a></nav>
      <main><a href="/orders" class="shown">Orders</a></main>`),
  );
  const fingerprint = { tag: "a", name: "Orders", landmark: "nav" };
  expect(await world.call("search", { samples: [{ fingerprint }] })).toMatchObject({
    outcome: "found",
    html: expect.stringContaining("shown"),
  });
});

test("A15: the page draws frames while 30 000 nodes are searched", async ({ openPage }) => {
  const { world } = await openPage(
    SHELL(`<main></main><script>
      document.querySelector("main").append(...Array.from({ length: 7500 }, (_, i) => {
        const row = document.createElement("div");
        const link = Object.assign(document.createElement("a"), { href: "/item/" + i, textContent: "Item " + (i % 50) });
        const cell = Object.assign(document.createElement("span"), { textContent: "Detail of " + i });
        row.append(link, cell, document.createElement("i"));
        return row;
      }), Object.assign(document.createElement("button"), { textContent: "Archive all" }));
    </script>`),
  );
  const frames = await world.evaluate<number>(`(async () => {
    let frames = 0;
    let frame = requestAnimationFrame(function count() { frames++; frame = requestAnimationFrame(count); });
    const answer = await world.search({ samples: [{ fingerprint: { tag: "button", name: "Archive all" } }] });
    cancelAnimationFrame(frame);
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    return frames;
  })()`);
  expect(frames).toBeGreaterThan(0);
});
