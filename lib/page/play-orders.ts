import type { PlayOrder } from "../message/protocol.ts";
import type { AgentPort } from "./agent-port.ts";
import type { CreateGuideView } from "./guide-view.ts";
import { takeStage } from "./only-one.ts";
import { type PlayerOptions, play } from "./player.ts";

export interface Playhouse
  extends Pick<PlayerOptions, "port" | "locator" | "frames" | "ask" | "css" | "open"> {
  viewOf(order: PlayOrder): CreateGuideView;
}

/** Plays every guide that was ordered, each in its place; one that plays already goes on. */
export function playOrders(orders: readonly PlayOrder[], { viewOf, ...options }: Playhouse): void {
  for (const order of orders) {
    takeStage(order, (signal) =>
      play(
        { ...options, port: portFor(order, options.port), order, createView: viewOf(order) },
        signal,
      ),
    );
  }
}

/** A how-to goes on in the side panel: what ends here is only that the page points at its step. */
function portFor({ guide }: PlayOrder, port: AgentPort): AgentPort {
  if (guide.kind !== "how-to") return port;
  const ENDS = ["completed", "dismissed"];
  return {
    ...port,
    report: (event) =>
      port.report(ENDS.includes(event.action) ? { ...event, action: "snoozed" } : event),
  };
}
