import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from "@playwright/test";
import type { Input, MessageName, Outputs, Reply } from "../../lib/message/protocol.ts";
import { BROWSER_ARGS } from "./browser-args.ts";
import { type Build, ensureBuild } from "./build.ts";
import { freePort } from "./free-port.ts";
import { ensureBrowser } from "./install-browser.ts";
import { openSidePanel } from "./side-panel.ts";
import { killBrowser, stopWorker } from "./worker-control.ts";

export interface LaunchOptions {
  /** A browser profile to keep; default is a temporary one that goes with `close`. */
  userDataDir?: string;
  build?: Build;
  headed?: boolean;
  /** Opens a debugging port, which `sidePanel` needs. */
  sidePanel?: boolean;
  /** Of the browser and so of pages and extension: "en-US", "ru-RU". */
  locale?: string;
  colorScheme?: "light" | "dark";
  viewport?: { width: number; height: number };
  /** Device pixels to one CSS px, of the window itself: pictures that an extension takes know nothing of emulated ones. */
  scale?: number;
  /** The person has allowed every site, as they are asked to for pictures of recorded steps. */
  allSites?: boolean;
  args?: readonly string[];
}

export interface Waymark {
  context: BrowserContext;
  extensionId: string;
  userDataDir: string;
  /** The background's service worker; wakes nothing: it waits until one runs. */
  worker(): Promise<Worker>;
  /** Ends the service worker as the browser does after 30 s of idleness, and waits until it is gone. */
  stopWorker(): Promise<void>;
  /** Ends the whole browser as a crash would. The profile stays, also a temporary one. */
  killBrowser(): Promise<void>;
  close(): Promise<void>;
  /** Opens a page of the extension, such as "options.html". */
  openPage(path: string): Promise<Page>;
  /** The side panel, open beside `host`, as a page. */
  sidePanel(host: Page): Promise<Page>;
  /** Sends a message to the background as an extension page does. Rejects with the answer's error. */
  send<N extends MessageName>(name: N, input: Input<N>): Promise<Outputs[N]>;
  /** Connects to a workspace, a site, and tells who is here. */
  connect(
    server: { url: string; writeKey: string },
    who: { site: string; user?: string; account?: string },
  ): Promise<void>;
}

/** Starts Chromium with the extension in it. */
export async function launchWaymark(options: LaunchOptions = {}): Promise<Waymark> {
  const [browser, build, port] = await Promise.all([
    ensureBrowser(),
    ensureBuild(options.build ?? "e2e"),
    options.sidePanel ? freePort() : 0,
  ]);
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), "waymark-profile-")));
  // A copy of its own, because a new build empties the folder of the last one under a running browser.
  const extension = join(userDataDir, "waymark-extension");
  await cp(build, extension, { recursive: true });
  if (options.build === "production") await changeManifest(extension, grantTestHosts);
  else await changeManifest(extension, withoutPolicies);
  if (options.allSites) await changeManifest(extension, grantAllSites);
  const { locale = "en-US", viewport = { width: 1280, height: 800 } } = options;
  if (!options.userDataDir) await preferLanguage(userDataDir, locale);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: browser.path,
    headless: !options.headed,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // As root, and on Linux distributions that restrict user namespaces, the sandbox keeps the browser from starting.
    chromiumSandbox: process.platform !== "linux",
    colorScheme: options.colorScheme ?? null,
    locale,
    viewport: options.headed || options.scale ? null : viewport,
    ignoreDefaultArgs: ["--disable-extensions"],
    env: { ...process.env, LANGUAGE: locale.replace("-", "_") },
    args: [
      ...BROWSER_ARGS,
      `--lang=${locale}`,
      ...(options.scale
        ? [
            `--force-device-scale-factor=${options.scale}`,
            `--window-size=${viewport.width},${viewport.height}`,
          ]
        : []),
      ...(port ? [`--remote-debugging-port=${port}`] : []),
      ...(browser.branded
        ? ["--enable-unsafe-extension-debugging"]
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ...(options.args ?? []),
    ],
  });
  try {
    const cdp = await browserSession(context);
    if (browser.branded) await loadUnpacked(cdp, extension);
    return await handle(context, cdp, { userDataDir, port, temporary: !options.userDataDir });
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** For the pages that Playwright does not open itself, such as the side panel. */
async function preferLanguage(userDataDir: string, locale: string): Promise<void> {
  const languages = [...new Set([locale, locale.split("-")[0]])].join();
  await mkdir(join(userDataDir, "Default"), { recursive: true });
  await writeFile(
    join(userDataDir, "Default/Preferences"),
    JSON.stringify({ intl: { selected_languages: languages, accept_languages: languages } }),
  );
}

const TEST_HOSTS = ["http://127.0.0.1/*", "http://localhost/*"];

type Manifest = Record<string, unknown>;

/** Stands for the person who allows the sites; no headless browser shows the question. */
function grantTestHosts(manifest: Manifest): void {
  manifest.host_permissions = TEST_HOSTS;
}

function grantAllSites(manifest: Manifest): void {
  manifest.host_permissions = [...TEST_HOSTS, "<all_urls>"];
}

/**
 * An extension that takes policies waits for them until the browser calls its own start complete, which takes a headless
 * one 3 to 6 s, and nobody sets any here. Tests of the production build wait.
 */
function withoutPolicies(manifest: Manifest): void {
  delete manifest.storage;
}

async function changeManifest(extension: string, change: (manifest: Manifest) => void) {
  const path = join(extension, "manifest.json");
  const manifest: Manifest = JSON.parse(await readFile(path, "utf8"));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

async function handle(
  context: BrowserContext,
  cdp: CDPSession,
  { userDataDir, port, temporary }: { userDataDir: string; port: number; temporary: boolean },
): Promise<Waymark> {
  const ours = (worker: Worker) => worker.url().startsWith("chrome-extension://");
  const worker = async () =>
    context.serviceWorkers().find(ours) ??
    (await context.waitForEvent("serviceworker", { predicate: ours, timeout: 20_000 }));
  const extensionId = new URL((await worker()).url()).host;
  const openPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const send: Waymark["send"] = async (name, input) => {
    const page = await openPage("options.html");
    try {
      const reply: Reply<typeof name> = await page.evaluate(
        (message) => chrome.runtime.sendMessage(message),
        { name, input },
      );
      if (!reply?.ok) throw new Error(`${name}: ${reply?.error.message ?? "no answer"}`);
      return reply.value;
    } finally {
      await page.close();
    }
  };
  return {
    context,
    extensionId,
    userDataDir,
    worker,
    openPage,
    send,
    stopWorker: () => stopWorker(context, extensionId),
    killBrowser: () => killBrowser(context, cdp),
    sidePanel: (host) => openSidePanel(host, port, () => openPage("options.html")),
    close: async () => {
      await context.close();
      if (temporary) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
    connect: async ({ url, writeKey }, { site, user, account }) => {
      await send("connection.connect", { server: url, writeKey });
      if (user) await send("identity.set", { user, ...(account ? { account } : {}) });
      await send("sites.add", { origin: new URL(site).origin });
    },
  };
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error("this context has no browser to talk to");
  return browser.newBrowserCDPSession();
}

async function loadUnpacked(cdp: CDPSession, path: string): Promise<void> {
  await cdp.send("Extensions.loadUnpacked", { path });
}
