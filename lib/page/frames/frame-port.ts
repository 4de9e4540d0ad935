import type { Anchor } from "../../model/anchor.ts";
import type { FrameBid, FrameOrder, PlacedBid } from "../../model/frame.ts";

/** How the top frame reaches the frames of other sites. */
export interface FarFrames {
  /** What each of them found; rejects if they cannot be asked. */
  ask(search: string, anchor: Anchor): Promise<PlacedBid[]>;
  tell(order: FrameOrder): void;
}

/** What the background calls in a frame. */
export interface Bidder {
  /** Null: whoever can reach into this frame bids for it. */
  bid(search: string, anchor: Anchor): Promise<FrameBid | null>;
  /** Ends with the extension. */
  signal: AbortSignal;
}

/** Also named by the function that the background sends into frames, which can import nothing. */
const KEY = Symbol.for("waymark.frame");
type World = { [KEY]?: Bidder };

export function findBidder(): Bidder | undefined {
  return (globalThis as World)[KEY];
}

export function publishBidder(bidder: Bidder): void {
  (globalThis as World)[KEY] = bidder;
}
