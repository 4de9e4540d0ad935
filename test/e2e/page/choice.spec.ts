import { guide, orderOf, step } from "./support/guides.ts";
import { expect, test } from "./support/page.ts";

const row = (name: string) =>
  `<tr><th scope="row">${name}</th><td>Open</td><td><button>Edit</button></td></tr>`;
const HOST = `<!doctype html><html lang="en"><title>Orders</title><body><main><h1>Orders</h1>
  <table>${["Order A", "Order B", "Order C"].map(row).join("")}</table></main></body></html>`;

test("T53: where the person chooses a row nothing is pointed at, and any of them leads on", async ({
  openPage,
}) => {
  const { page, world } = await openPage(HOST);
  const fingerprint = await world.call("fingerprint", "tr:nth-child(2) button");
  const anchor = { samples: [{ fingerprint }], row: "chosen" as const };
  const of = guide([step("edit", { anchor, advance: { on: "click" } }), step("end")]);
  await world.call("play", orderOf(of), true);
  const card = page.getByRole("dialog", { name: "Title of edit" });
  await expect(card).toContainText("There are 3 of these: choose yours.");
  await expect(page.locator(".ring")).not.toHaveAttribute("data-on");
  await page.evaluate((html) => {
    document.querySelector("tbody")?.insertAdjacentHTML("beforeend", html);
  }, row("Order D"));
  await page.getByRole("row", { name: "Order A" }).getByText("Open").click();
  await expect(card).toBeVisible();
  await expect(async () => {
    await page.getByRole("row", { name: "Order D" }).getByRole("button").click();
    await expect(page.getByRole("dialog", { name: "Title of end" })).toBeVisible({ timeout: 500 });
  }).toPass();
});
