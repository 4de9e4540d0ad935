import type { PageMessage } from "../message/protocol.ts";
import type { FrictionEvent, GuideEvent } from "../model/event.ts";
import type { AGENT_TOOLS } from "./agent-tools.ts";

/** What a guide's run says happened; the agent adds identity, time and place. */
export type GuideReport = Pick<
  GuideEvent,
  "action" | "guide" | "version" | "step" | "reason" | "answer" | "target"
>;

/**
 * What the page agent offers to overlay and picker, which live in the same isolated world of the same frame.
 * Host pages cannot see it.
 */
export interface AgentPort {
  /** Resolves after the try to store the event durably; if it failed, it is tried again with the next one. */
  report(event: GuideReport): Promise<void>;
  /** The same for what the person ran into. */
  meet(event: Pick<FrictionEvent, "what" | "feature">): Promise<void>;
  onMessage(listener: (message: PageMessage) => void, signal: AbortSignal): void;
  /** The address changed without a load. */
  onNavigate(listener: () => void, signal: AbortSignal): void;
  /** Ends when the extension was updated or removed: tear down without a word. */
  signal: AbortSignal;
  tools: typeof AGENT_TOOLS;
}

const KEY = Symbol.for("waymark.agent");
type World = { [KEY]?: AgentPort };

export function publishAgentPort(port: AgentPort): void {
  (globalThis as World)[KEY] = port;
}

export function findAgentPort(): AgentPort | undefined {
  return (globalThis as World)[KEY];
}
