import type { PlayOrder } from "../message/protocol.ts";
import type { AgentPort } from "./agent-port.ts";

/** What a running guide knows of uses and signals, from its order and from what was stored since. */
export interface Knowledge {
  /** Uses since the present step began. */
  used(feature: string): number;
  signal(signal: string): boolean;
  onChange(listener: () => void, signal: AbortSignal): void;
  /** The next step begins: its uses count from zero. */
  nextStep(): void;
}

export function createKnowledge(
  order: Pick<PlayOrder, "used" | "signals">,
  port: Pick<AgentPort, "onMessage">,
  signal: AbortSignal,
): Knowledge {
  const used = new Map(Object.entries(order.used));
  const signals = new Set(order.signals);
  const listeners = new Set<() => void>();
  port.onMessage((message) => {
    if (message.name !== "ingested") return;
    for (const [feature, times] of Object.entries(message.used)) {
      used.set(feature, (used.get(feature) ?? 0) + times);
    }
    for (const id of message.signals) signals.add(id);
    for (const listener of [...listeners]) listener();
  }, signal);
  return {
    used: (feature) => used.get(feature) ?? 0,
    signal: (id) => signals.has(id),
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    nextStep: () => used.clear(),
  };
}
