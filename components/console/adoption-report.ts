import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { AdoptionLevel, AdoptionMatrix } from "../../lib/model/adoption-matrix.ts";
import { createResource, type Resource } from "../ui/resource.ts";
import type { ConsoleClient, QueryError } from "./client.ts";

export interface AdoptionReport {
  matrix: Resource<AdoptionMatrix, QueryError>;
  level: ReadonlySignal<AdoptionLevel>;
  chooseLevel(level: AdoptionLevel): void;
  /** Other columns: "everybody", "segments", or an attribute. */
  group(by: string): void;
}

export function createAdoptionReport(client: ConsoleClient): AdoptionReport {
  const level = signal<AdoptionLevel>("adopted");
  const by = signal<string | null>(null);
  const matrix = createResource<AdoptionMatrix, QueryError>((abort) =>
    client.adoption(by.peek(), abort),
  );
  return {
    matrix,
    level: computed(() => level.value),
    chooseLevel(chosen) {
      level.value = chosen;
    },
    group(chosen) {
      by.value = chosen;
      void matrix.load();
    },
  };
}
