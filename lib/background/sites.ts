import { UserError } from "../message/server.ts";
import type { Bundle } from "../model/bundle.ts";
import { type SiteConfig, siteKey } from "../model/site-config.ts";
import { getMeta, setMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import type { Platform } from "./platform.ts";

/** Connects a site the person has just given permission for, and starts in its open tabs. */
export async function addSite(platform: Platform, store: Store, text: string): Promise<void> {
  const origin = readOrigin(text);
  if (!(await platform.scripts.hasPermission(origin))) {
    throw new UserError(
      `The browser has no permission for ${origin} yet. Add the site again and allow it.`,
    );
  }
  const sites = (await getMeta(store, "sites")) ?? [];
  if (!sites.includes(origin)) await setMeta(store, "sites", [...sites, origin]);
  await publishSites(platform, store);
  await startInOpenTabs(platform, [origin]);
}

/**
 * Starts the agent in tabs that were loaded before it could run there: before their site was connected, or while
 * the browser was starting and had not read its registered scripts yet. Where it runs already nothing happens.
 */
async function startInOpenTabs(platform: Platform, origins: readonly string[]): Promise<void> {
  const tabs = await platform.tabs.ofSites(origins);
  // A tab that shows an error page or is being closed cannot be injected into; it gets the agent with its next load.
  await Promise.allSettled(tabs.map(({ id }) => platform.scripts.injectAgent(id)));
}

/** The browser started, or another version of the extension was put in place. */
export async function restoreSites(platform: Platform, store: Store): Promise<void> {
  await publishSites(platform, store);
  await startInOpenTabs(platform, (await getMeta(store, "sites")) ?? []);
}

export async function removeSite(platform: Platform, store: Store, origin: string): Promise<void> {
  const sites = (await getMeta(store, "sites")) ?? [];
  await setMeta(
    store,
    "sites",
    sites.filter((site) => site !== origin),
  );
  await platform.local.remove([siteKey(origin)]);
  const tabs = await platform.tabs.ofSites([origin]);
  await Promise.all(tabs.map(({ id }) => platform.tabs.tell(id, { name: "config.changed" })));
  await publishSites(platform, store);
}

/** The person took a permission back in the browser's own settings. */
export async function dropSitesWithoutPermission(platform: Platform, store: Store): Promise<void> {
  for (const site of (await getMeta(store, "sites")) ?? []) {
    if (!(await platform.scripts.hasPermission(site))) await removeSite(platform, store, site);
  }
}

/** Brings content scripts and their configuration in line with the connected sites and the bundle. */
export async function publishSites(platform: Platform, store: Store): Promise<void> {
  const sites = (await getMeta(store, "sites")) ?? [];
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const config = toConfig(bundle);
  await platform.local.set(Object.fromEntries(sites.map((site) => [siteKey(site), config])));
  await platform.scripts.register(sites);
  const tabs = await platform.tabs.ofSites(sites);
  await Promise.all(tabs.map(({ id }) => platform.tabs.tell(id, { name: "config.changed" })));
}

function toConfig(bundle: Bundle | undefined): SiteConfig {
  const features = bundle?.features.map(({ body }) => ({ id: body.id, rules: body.rules })) ?? [];
  return { format: 1, features };
}

function readOrigin(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UserError(`"${text}" is no address. Give one such as https://app.example.com.`);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new UserError(`Only http: and https: sites can be connected, not ${url.protocol}`);
  }
  return url.origin;
}
