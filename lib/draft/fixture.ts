import type { Fingerprint } from "../model/anchor.ts";
import type { Gesture } from "../model/gesture.ts";
import type { RecordedStep } from "../model/recording.ts";

/** Recorded steps for tests, each 1.2 s after the one before. */

let count = 0;

export function reset(): void {
  count = 0;
}

export function did(
  gesture: Gesture,
  of: Partial<Fingerprint> & { mark?: string; url?: string; page?: string } = {},
): RecordedStep {
  count += 1;
  const { mark, url = "https://app.test/", page, tag, ...print } = of;
  return {
    id: `018f0000-0000-7000-8000-${String(count).padStart(12, "0")}`,
    at: count * 1_200,
    gesture,
    url,
    ...(page && { page }),
    ...(mark && { mark }),
    ...(tag && { anchor: { samples: [{ fingerprint: { tag, ...print } }] } }),
  };
}
