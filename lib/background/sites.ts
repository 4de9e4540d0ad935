import { UserError } from "../message/server.ts";
import type { Bundle } from "../model/bundle.ts";
import type { ConsentState } from "../model/consent.ts";
import { SITE_KEY, type SiteConfig, siteKey } from "../model/site-config.ts";
import { getMeta, readMeta, writeMeta } from "../store/meta.ts";
import type { Store } from "../store/schema.ts";
import { readConsent } from "./consent.ts";
import { askedInPages } from "./friction-asked.ts";
import type { Platform } from "./platform.ts";

/** Connects a site the person has just given permission for, and starts in its open tabs. */
export async function addSite(platform: Platform, store: Store, text: string): Promise<void> {
  const origin = readOrigin(text);
  if (!(await platform.scripts.hasPermission(origin))) {
    throw new UserError(
      `The browser has no permission for ${origin} yet. Add the site again and allow it.`,
    );
  }
  await changeSites(store, (sites) => [...new Set([...sites, origin])]);
  await publishSites(platform, store);
  await startInOpenTabs(platform, store, [origin]);
}

/**
 * Starts the agent in tabs that were loaded before it could run there: before their site was connected, or while
 * the browser was starting and had not read its registered scripts yet. Where it runs already nothing happens.
 */
async function startInOpenTabs(
  platform: Platform,
  store: Store,
  origins: readonly string[],
): Promise<void> {
  const tabs = await platform.tabs.ofSites(origins);
  const friction = await isAskedInPages(store);
  // A tab that shows an error page or is being closed cannot be injected into; it gets the agent with its next load.
  await Promise.allSettled(tabs.map(({ id }) => platform.scripts.injectAgent(id, friction)));
}

/** The browser started, or another version of the extension was put in place. */
export async function restoreSites(platform: Platform, store: Store): Promise<void> {
  await publishSites(platform, store);
  await startInOpenTabs(platform, store, (await getMeta(store, "sites")) ?? []);
}

export async function removeSite(platform: Platform, store: Store, origin: string): Promise<void> {
  await changeSites(store, (sites) => sites.filter((site) => site !== origin));
  await publishSites(platform, store);
}

/** The person took a permission back in the browser's own settings. */
export async function dropSitesWithoutPermission(platform: Platform, store: Store): Promise<void> {
  const { hasPermission } = platform.scripts;
  const sites = (await getMeta(store, "sites")) ?? [];
  const lost = await Promise.all(sites.map(async (site) => !(await hasPermission(site))));
  const dropped = new Set(sites.filter((_, at) => lost[at]));
  await changeSites(store, (now) => now.filter((site) => !dropped.has(site)));
  await publishSites(platform, store);
}

async function changeSites(
  store: Store,
  change: (sites: readonly string[]) => string[],
): Promise<void> {
  const transaction = store.transaction("meta", "readwrite");
  const before = (await readMeta(transaction.store, "sites")) ?? [];
  await writeMeta(transaction.store, "sites", change(before));
  await transaction.done;
}

/** Brings content scripts and their configuration in line with the connected sites and the bundle. */
export async function publishSites(platform: Platform, store: Store): Promise<void> {
  const sites = (await getMeta(store, "sites")) ?? [];
  const bundle = (await store.get("bundle", "current"))?.bundle;
  const consent = await readConsent(platform, store);
  const configs = Object.fromEntries(
    sites.map((site) => [siteKey(site), toConfig(bundle, consent.at(new URL(site).host))]),
  );
  const keys = Object.keys(await platform.local.getAll());
  const gone = keys.filter((key) => key.startsWith(SITE_KEY) && !Object.hasOwn(configs, key));
  if (gone.length > 0) await platform.local.remove(gone);
  await platform.local.set(configs);
  const friction = await isAskedInPages(store);
  await platform.scripts.register(sites, friction);
  await platform.tabs.tellAll({ name: "config.changed" });
  if (friction) await startInOpenTabs(platform, store, sites);
}

async function isAskedInPages(store: Store): Promise<boolean> {
  const bundle = (await store.get("bundle", "current"))?.bundle;
  return askedInPages(bundle).length > 0;
}

function toConfig(bundle: Bundle | undefined, consent: ConsentState): SiteConfig {
  const features = bundle?.features.map(({ body }) => ({ id: body.id, rules: body.rules })) ?? [];
  const friction = askedInPages(bundle);
  return {
    format: 1,
    features,
    ...(friction.length > 0 && { friction }),
    ...(consent !== "granted" && { consent }),
  };
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
