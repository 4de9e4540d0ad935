import type { Page } from "@playwright/test";
import { agentReady } from "../agent-ready.ts";
import type { FixtureStage } from "../stage.ts";
import { type PageState, type RecorderOptions, recorder } from "./recorder.ts";
import { WORK_PAGE } from "./work-page.ts";

/** A page that is recorded from its first moment on. */
export interface Recording {
  page: Page;
  /** What was noticed since the last call. */
  log(): Promise<string[]>;
  state(): Promise<PageState>;
  /** Nothing has been noticed for a while, and the last frame is on the screen. */
  settled(): Promise<void>;
  /** What the page asked the network for, and what its console complained about. */
  outside: string[];
}

/** The work page at `/app/work/<name>`. */
export async function recordPage(stage: FixtureStage, name: string): Promise<Recording> {
  const page = await stage.waymark.context.newPage();
  await page.route(`${stage.host.url}/app/work/**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: WORK_PAGE }),
  );
  return record(page, `${stage.host.url}/app/work/${name}`);
}

/** Opens an address in the page and records what comes. */
export async function record(
  page: Page,
  url: string,
  options: RecorderOptions = { large: false },
): Promise<Recording> {
  const outside: string[] = [];
  page.on("request", (request) => outside.push(`${request.method()} ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && outside.push(message.text()));
  await page.addInitScript(recorder, options);
  await page.goto(url);
  await agentReady(page);
  return {
    page,
    outside,
    log: () => page.evaluate(() => window.recorder.log()),
    state: () => page.evaluate(() => window.recorder.state()),
    settled: () =>
      page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => requestIdleCallback(() => resolve())),
            );
          }),
      ),
  };
}

/** All that was noticed of a page, as lines that can be compared; the name of its address is left out. */
export async function noticed(
  { log, state, outside }: Recording,
  name: string,
): Promise<{ log: string[]; state: string[]; outside: string[] }> {
  const { elements, html, ...rest } = await state();
  const lines = [
    ...Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ...elements.map((element) => Object.values(element).join(" | ")),
    ...html.split(/(?=<)/),
  ];
  const plain = (texts: readonly string[]) =>
    texts.map((text) => text.replaceAll(`/app/work/${name}`, "/app/work/*"));
  return { log: plain(await log()), state: plain(lines), outside: plain(outside) };
}
