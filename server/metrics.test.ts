import { expect, it } from "vitest";
import { createMetrics } from "./metrics.ts";

it("R72: says how many requests took how long, in classes that include each other", () => {
  const metrics = createMetrics();
  metrics.request("GET", "/v1/guides/:id", 200, 4);
  metrics.request("GET", "/v1/guides/:id", 200, 700);
  metrics.request("GET", "/v1/guides/:id", 404, 20_000);
  metrics.messages("accepted", 3);
  const labels = { target: 'a "b"\\c' };
  const text = metrics.text([{ name: "waiting", help: "What waits.", labels, value: 7 }]);
  const name = "waymark_http_request_duration_seconds";
  const found = 'method="GET",route="/v1/guides/:id",status="200"';
  const lines = text.split("\n");
  expect(lines).toContain(`# TYPE ${name} histogram`);
  expect(lines).toContain(`${name}_bucket{${found},le="0.005"} 1`);
  expect(lines).toContain(`${name}_bucket{${found},le="0.5"} 1`);
  expect(lines).toContain(`${name}_bucket{${found},le="1"} 2`);
  expect(lines).toContain(`${name}_bucket{${found},le="+Inf"} 2`);
  expect(lines).toContain(`${name}_count{${found}} 2`);
  expect(lines).toContain(`${name}_sum{${found}} 0.704`);
  expect(lines).toContain('waymark_messages_total{outcome="accepted"} 3');
  expect(lines).toContain('waiting{target="a \\"b\\"\\\\c"} 7');
  expect(text.endsWith("\n")).toBe(true);
});
