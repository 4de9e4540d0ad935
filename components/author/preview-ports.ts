import type { PreviewOrder } from "../../lib/message/protocol.ts";
import type { Guide } from "../../lib/model/guide.ts";
import type { PageChecker } from "../panel/targets-model.ts";
import type { Ask } from "../ports.ts";

/** The page beside the panel, as far as a guide may be tried in it. Rejects when it cannot be scripted. */
export interface PagePreviewer {
  /** What the page says comes to `onNews`, null when it is left. Ends with the signal. */
  open(
    tab: number,
    onNews: (news: unknown) => void,
    signal: AbortSignal,
  ): Promise<(order: PreviewOrder) => void>;
}

/** A picture as the page of a host can show it. */
export interface PreviewPicture {
  /** A `data:` address. */
  address: string;
  /** In pixels; absent where it is not known before it is shown. */
  size?: { width: number; height: number };
}

export interface PreviewPorts {
  ask: Ask;
  page: PagePreviewer;
  checker: Pick<PageChecker, "check">;
  /** Guides in the making on this device. */
  drafts(): Promise<Guide[]>;
  /** Of this device, or of a published guide; null where there is none. */
  picture(asset: string): Promise<PreviewPicture | null>;
  /** Rejects where the browser does not allow it. */
  copy(text: string): Promise<void>;
  fetch: typeof fetch;
  /** Epoch ms. */
  now: () => number;
}
