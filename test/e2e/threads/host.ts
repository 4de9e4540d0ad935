import type { Page } from "@playwright/test";
import type { Isolated } from "../../support/isolate.ts";
import { anchorTo } from "../page/support/guides.ts";
import type { World } from "../page/support/world.ts";

/** What the specs of this folder share: a page, and how a person sees a step. */

export const BUTTON = '<button id="report">New report</button>';
export const report = anchorTo({ tag: "button", name: "New report", id: "report" });

export function host(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`;
}

export const card = (page: Page, step: string) =>
  page.getByRole("dialog", { name: `Title of ${step}` });

export async function actions(world: Isolated<World>): Promise<string[]> {
  return (await world.call("reports")).map(({ action, step }) => `${action} ${step}`);
}

/** Errors that reach the host page, from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}
