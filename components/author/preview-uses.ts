import type { Ask } from "../ports.ts";

/** Uses of features that this device counted while a preview runs: the author's own, on a connected site. */
export interface PreviewUses {
  begin(): Promise<void>;
  /** By feature, since it was last asked. */
  news(): Promise<Record<string, number>>;
}

export function createPreviewUses(ask: Ask): PreviewUses {
  let known: ReadonlyMap<string, number> = new Map();

  async function read(): Promise<ReadonlyMap<string, number>> {
    const answer = await ask("features.list", {});
    const entries = answer.ok ? (answer.value ?? []) : [];
    return new Map(entries.map(({ feature, uses }) => [feature.id, uses]));
  }
  return {
    async begin() {
      known = await read();
    },
    async news() {
      const now = await read();
      const more = [...now].map(([id, uses]) => [id, uses - (known.get(id) ?? 0)] as const);
      known = now;
      return Object.fromEntries(more.filter(([, uses]) => uses > 0));
    },
  };
}
