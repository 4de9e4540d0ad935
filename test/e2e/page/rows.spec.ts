import { guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const PAGE = (body: string, lang = "en") =>
  `<!doctype html><html lang="${lang}"><title>Host</title><body>${body}</body></html>`;

const row = (name: string) =>
  `<tr><td><input type="checkbox"></td><td><a href="/o/${name.replace(/\D/g, "")}">${name}</a></td><td>Open</td>
   <td><button title="Delete"><svg width="9" height="9"><path d="M1 1h7"/></svg></button><button>Edit</button></td></tr>`;
const TABLE = (names: readonly string[]) =>
  PAGE(`<h1>Orders</h1><table><thead><tr><th></th><th>Order</th><th>State</th><th>Actions</th></tr></thead>
    <tbody>${names.map(row).join("")}</tbody></table>`);
const NAMES = ["Order 7", "Order 12", "Order 13"];
const SECOND = "tbody tr:nth-child(2) td:last-child button:last-child";

test("A19: a row is remembered by what it is called, and a column by its header", async ({
  openPage,
}) => {
  const { world } = await openPage(TABLE(NAMES));
  expect((await world.call("fingerprint", SECOND)).row).toEqual({
    key: "Order 12",
    column: "Actions",
    place: [1, 3],
  });
  expect((await world.call("fingerprint", "tbody tr:nth-child(3) a")).row).toMatchObject({
    key: "Order 13",
    naming: true,
  });
  expect((await world.call("fingerprint", "h1")).row).toBeUndefined();
});

test("A19: this row, wherever it went; absent without it", async ({ openPage }) => {
  const { page, world } = await openPage(TABLE(NAMES));
  const { sample, lamp } = await world.call("take", SECOND, "this");
  expect(lamp).not.toBe("red");
  const anchor = { samples: [sample], row: "this" as const };
  await page.evaluate(() => {
    const rows = document.querySelectorAll("tbody tr");
    rows[0]?.before(...[...rows].toReversed());
    rows[1]?.querySelector("button:last-child")?.setAttribute("class", "right");
    rows[1]?.after(rows[0]?.cloneNode(true) ?? "");
  });
  expect(await world.call("search", anchor)).toMatchObject({
    outcome: "found",
    html: expect.stringContaining("right"),
  });
  await page.evaluate(() => document.querySelector(".right")?.closest("tr")?.remove());
  expect(await world.call("search", anchor)).toMatchObject({
    outcome: "absent",
    reason: "its row is not in the page",
  });
});

test("A19: first and chosen rows, also of buttons that are only an icon", async ({ openPage }) => {
  const { world } = await openPage(TABLE(["Order 3", ...NAMES]));
  for (const path of [SECOND, "tbody tr:nth-child(2) [title=Delete]"]) {
    const first = await world.call("take", path, "first");
    expect(JSON.stringify(first.sample.fingerprint.row)).not.toContain("Order");
    expect(first.lamp).not.toBe("red");
    expect(await world.call("search", { samples: [first.sample], row: "first" })).toMatchObject({
      outcome: "found",
      reason: "the first row that has it",
    });
    const chosen = await world.call("take", path, "chosen");
    expect(chosen.lamp).not.toBe("red");
    const answer = await world.call("search", { samples: [chosen.sample], row: "chosen" });
    expect(answer).toMatchObject({ outcome: "ambiguous", choose: true });
    expect("htmls" in answer && answer.htmls).toHaveLength(4);
  }
});

test("A18: twins that nothing tells apart get a red lamp", async ({ openPage }) => {
  const { world } = await openPage(
    PAGE("<main><p><button>Send</button></p><p><button>Send</button></p></main>"),
  );
  const { lamp, sample } = await world.call("take", "button");
  expect(lamp).toBe("red");
  expect(sample.rarity).toEqual({ margin: 0, shared: { text: 2 } });
});

const VIRTUAL =
  PAGE(`<h1>Orders</h1><div id="list" style="height:200px;overflow:auto"><div id="all" style="position:relative;height:8000px"></div></div>
  <script>
    const list = document.querySelector("#list"), all = document.querySelector("#all");
    const draw = () => {
      const from = Math.floor(list.scrollTop / 40);
      all.replaceChildren(...Array.from({ length: 6 }, (_, n) => {
        const item = document.createElement("div");
        item.setAttribute("role", "listitem");
        item.style = "position:absolute;height:40px;top:" + 40 * (from + n) + "px";
        item.append(Object.assign(document.createElement("b"), { textContent: "Order " + (from + n) }),
          Object.assign(document.createElement("button"), { textContent: "Edit" }));
        return item;
      }));
    };
    list.onscroll = () => requestAnimationFrame(draw);
    draw();
  </script>`);

test("A20: a row that is drawn only where its list is scrolled to is found by scrolling", async ({
  openPage,
}) => {
  const { page, world } = await openPage(VIRTUAL);
  const { sample } = await world.call("take", "[role=listitem]:nth-child(3) button", "this");
  const named = (key: string) => {
    const { row, ...print } = sample.fingerprint;
    const fingerprint = {
      ...print,
      neighbours: [key],
      row: { key, place: [1, 6] as [number, number] },
    };
    return { samples: [{ ...sample, fingerprint }], row: "this" as const };
  };
  const top = () => page.evaluate(() => document.querySelector("#list")?.scrollTop);
  expect(await world.call("search", named("Order 23"))).toMatchObject({ outcome: "absent" });
  expect(await world.call("searchByScrolling", named("Order 23"))).toMatchObject({
    outcome: "found",
  });
  expect(await top()).toBeGreaterThan(0);

  await page.evaluate(() => document.querySelector("#list")?.scrollTo(0, 120));
  expect(await world.call("searchByScrolling", named("Order X"))).toMatchObject({
    outcome: "absent",
    reason: "its row is not in its list",
  });
  expect(await top()).toBe(120);
});

test("A20: who asked for a guide is led to a row far down its list; a guide that came by itself scrolls nothing", async ({
  openPage,
}) => {
  const { page, world } = await openPage(VIRTUAL);
  const { sample } = await world.call("take", "[role=listitem]:nth-child(3) button", "this");
  const key = "Order 23";
  const row = { key, place: [1, 6] as [number, number] };
  const fingerprint = { ...sample.fingerprint, neighbours: [key], row };
  const anchor = { samples: [{ ...sample, fingerprint }], row: "this" as const };
  const of = guide([step("edit", { anchor })]);
  const top = () => page.evaluate(() => document.querySelector("#list")?.scrollTop);

  await world.call("play", orderOf(of), true);
  await expect(page.locator(".card")).toContainText("waits for a part", { timeout: 10_000 });
  expect(await top()).toBe(0);
  await page.getByRole("button", { name: "Close", exact: true }).click();

  await world.call("play", orderOf(of, { startedBy: "manual" }), true);
  await expect(page.locator(".ring")).toHaveAttribute("data-on", "true");
  expect(await top()).toBeGreaterThan(0);
  await expect(page.locator("[role=listitem]", { hasText: key })).toBeInViewport();
});

test("A12: a button is found in another language, whatever the document says of its language", async ({
  openPage,
}) => {
  const button = (name: string, path: string) =>
    `<button title="${name}"><svg width="20" height="20"><path d="${path}"/></svg></button>`;
  const tools = (names: readonly string[]) =>
    PAGE(`<header><h1>${names[0]}</h1>${names.map((name, n) => button(name, `M${n} 0h9`)).join("")}</header>
      <main><h2>${names[1]}</h2><p>${names.join(" ")}</p></main>`);
  const english = await openPage(tools(["Save draft", "Open report", "Send invoice", "Archive"]));
  const { sample } = await english.world.call("take", "button:nth-of-type(3)");
  const russian = await openPage(tools(["Сохранить", "Открыть отчёт", "Отправить счёт", "Убрать"]));
  expect(await russian.world.call("search", { samples: [sample] })).toMatchObject({
    outcome: "found",
    html: expect.stringContaining("Отправить счёт"),
  });
});
