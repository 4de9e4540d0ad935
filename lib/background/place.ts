import { type Sender, UserError } from "../message/server.ts";
import type { Platform } from "./platform.ts";

/** A page that asks, as the browser names it. */
export interface Place {
  tab: number;
  url: URL;
  document: string | undefined;
}

export function placeOf({ tab, frame, url, document }: Sender): Place {
  if (tab === undefined || frame !== 0) throw new UserError("only the top frame of a tab may ask");
  return { tab, url: new URL(url), document };
}

/**
 * The same, with the address that the page shows by now: a page's script tells the one that its document began with,
 * also after the app has gone to another route.
 */
export async function placeNow({ tabs }: Pick<Platform, "tabs">, sender: Sender): Promise<Place> {
  const place = placeOf(sender);
  const shown = URL.parse((await tabs.url(place.tab)) ?? "");
  // A document that is being left may still speak when the tab shows the next one.
  return shown?.origin === place.url.origin ? { ...place, url: shown } : place;
}
