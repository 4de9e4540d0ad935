import type { PlayOrder } from "../message/protocol.ts";
import type { CreateGuideView } from "./guide-view.ts";
import { takeStage } from "./only-one.ts";
import { type PlayerOptions, play } from "./player.ts";

export interface Playhouse
  extends Pick<PlayerOptions, "port" | "locator" | "ask" | "css" | "open"> {
  viewOf(order: PlayOrder): CreateGuideView;
}

/** Plays every guide that was ordered, each in its place; one that plays already goes on. */
export function playOrders(orders: readonly PlayOrder[], { viewOf, ...options }: Playhouse): void {
  for (const order of orders) {
    takeStage(order, (signal) => play({ ...options, order, createView: viewOf(order) }, signal));
  }
}
