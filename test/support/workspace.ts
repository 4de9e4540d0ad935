import type { Bundle } from "../../lib/model/bundle.ts";

export const CONNECTION = {
  workspace: "018f0000-0000-7000-8000-000000000000",
  name: "Test",
  keyId: "key-1",
  publicKey: "",
  server: "https://server.test",
  writeKey: "wk_1",
};

/** What a workspace has published, by default nothing. */
export function bundleOf(published: Partial<Bundle> = {}): Bundle {
  return {
    format: 1,
    workspace: CONNECTION.workspace,
    environment: "production",
    revision: 1,
    publishedAt: 0,
    sync: { events: "features" },
    features: [],
    signals: [],
    guides: [],
    segments: [],
    experiments: [],
    ...published,
  };
}
