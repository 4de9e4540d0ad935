/** Upper ends of the classes of a request's duration, in seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Series {
  labels: string;
  /** By class, and in the end all. */
  counts: number[];
  sum: number;
}

/** What this process has done since it started. Labels are patterns and kinds, never ids of people or their texts. */
export interface Metrics {
  request(method: string, route: string, status: number, ms: number): void;
  messages(outcome: "accepted" | "duplicate" | "rejected", count: number): void;
  /** In the text format of Prometheus (version 0.0.4); `more`: further gauges by name and labels. */
  text(more: readonly Gauge[]): string;
}

export interface Gauge {
  name: string;
  help: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, Series>();
  const outcomes = { accepted: 0, duplicate: 0, rejected: 0 };

  return {
    request(method, route, status, ms) {
      const labels = labelsOf({ method, route, status: String(status) });
      const series = requests.get(labels) ?? {
        labels,
        counts: SECONDS.map(() => 0).concat(0),
        sum: 0,
      };
      requests.set(labels, series);
      const seconds = ms / 1000;
      for (const [at, end] of SECONDS.entries()) {
        if (seconds <= end) series.counts[at] = (series.counts[at] ?? 0) + 1;
      }
      series.counts[SECONDS.length] = (series.counts[SECONDS.length] ?? 0) + 1;
      series.sum += seconds;
    },
    messages(outcome, count) {
      outcomes[outcome] += count;
    },
    text(more) {
      const duration = "waymark_http_request_duration_seconds";
      const messages = "waymark_messages_total";
      const histogram = [...requests.values()].flatMap(({ labels, counts, sum }) => [
        ...counts.map(
          (count, at) => `${duration}_bucket{${labels},le="${SECONDS[at] ?? "+Inf"}"} ${count}`,
        ),
        `${duration}_sum{${labels}} ${sum}`,
        `${duration}_count{${labels}} ${counts.at(-1)}`,
      ]);
      const lines = [
        ...head(duration, "histogram", "Requests, by how long they took."),
        ...histogram,
        ...head(messages, "counter", "Messages that were judged."),
        ...Object.entries(outcomes).map(
          ([outcome, count]) => `${messages}{outcome="${outcome}"} ${count}`,
        ),
        ...[...Map.groupBy(more, ({ name }) => name)].flatMap(([name, gauges]) => [
          ...head(name, "gauge", gauges[0]?.help ?? ""),
          ...gauges.map(({ labels, value }) => `${name}${braced(labelsOf(labels))} ${value}`),
        ]),
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const escaped = (text: string) => text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",");
}

function braced(labels: string): string {
  return labels === "" ? "" : `{${labels}}`;
}
