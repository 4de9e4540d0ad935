import { type Sender, UserError } from "../message/server.ts";

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
