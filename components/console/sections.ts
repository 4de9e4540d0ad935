/** The console's sections in the order of its navigation. Those outside the two groups stand below them. */
export const NAVIGATION = [
  {
    group: "customers",
    sections: [
      "accounts",
      "health",
      "tasks",
      "playbooks",
      "checklists",
      "revenue",
      "surveys",
      "import",
    ],
  },
  { group: "product", sections: ["features", "people", "signals", "aha", "guides"] },
  { group: null, sections: ["settings"] },
] as const;

export type Section = (typeof NAVIGATION)[number]["sections"][number];

export const SECTIONS: readonly Section[] = NAVIGATION.flatMap<Section>(({ sections }) => sections);
