import type { Anchor } from "../../model/anchor.ts";
import type { FrameBid, FrameOrder, PlacedBid } from "../../model/frame.ts";
import type { AgentPort } from "../agent-port.ts";
import type { PageObserver } from "../observe.ts";
import type { Hit, Miss } from "../seek.ts";

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

export interface FarOptions {
  /** Names this guide's searches. */
  search: string;
  frames: FarFrames;
  page: PageObserver;
  port: Pick<AgentPort, "onMessage">;
}

/** What the top frame decides with; it comes with the first question to frames of other sites. */
export type FarSide = (
  options: FarOptions,
  life: AbortSignal,
) => (near: Hit | Miss, bids: readonly PlacedBid[]) => Hit | Miss;

/** Also named by the function that the background sends into frames, which can import nothing. */
const BIDDER = Symbol.for("waymark.frame");
const FAR_SIDE = Symbol.for("waymark.far");
type World = { [BIDDER]?: Bidder; [FAR_SIDE]?: FarSide };

export function findBidder(): Bidder | undefined {
  return (globalThis as World)[BIDDER];
}

export function publishBidder(bidder: Bidder): void {
  (globalThis as World)[BIDDER] = bidder;
}

export function findFarSide(): FarSide | undefined {
  return (globalThis as World)[FAR_SIDE];
}

export function publishFarSide(side: FarSide): void {
  (globalThis as World)[FAR_SIDE] = side;
}
