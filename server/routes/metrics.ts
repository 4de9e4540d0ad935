import type { Deps } from "../deps.ts";
import { listForwards } from "../forward/store.ts";
import { type Route, route } from "../http/route.ts";
import type { Gauge } from "../metrics.ts";
import { principalOf } from "./principal.ts";

/** R72 of docs/spec/delivery.md. */
export function metricRoutes({ db, metrics }: Deps): Route[] {
  return [
    route({
      method: "GET",
      path: "/metrics",
      access: "viewer",
      summary:
        "What this process has done since it started, and what waits in the workspace, as Prometheus reads it.",
      gives: ["text/plain"],
      handle: async (call) => {
        const { workspace } = principalOf(call);
        const forwards = await db.read(workspace, (sql) => listForwards(sql, workspace));
        const waiting = forwards.map(
          ({ id, waiting: value }): Gauge => ({
            name: "waymark_forward_waiting",
            help: "Messages that wait for a target.",
            labels: { target: id },
            value,
          }),
        );
        const text = metrics.text([...waiting, ...processGauges()]);
        return {
          bytes: new TextEncoder().encode(text),
          headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" },
        };
      },
    }),
  ];
}

function processGauges(): Gauge[] {
  const gauge = (name: string, help: string, value: number) => ({ name, help, labels: {}, value });
  const { rss, heapUsed } = process.memoryUsage();
  return [
    gauge("process_resident_memory_bytes", "Memory of the process.", rss),
    gauge("nodejs_heap_size_used_bytes", "Memory that scripts use.", heapUsed),
    gauge("process_uptime_seconds", "Since the process started.", process.uptime()),
  ];
}
