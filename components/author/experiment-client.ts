import * as z from "zod/mini";
import type { Experiment } from "../../lib/model/experiment.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Session } from "./ports.ts";

/** Publishes an experiment that was not there before; null if it went well. Refused as "changed" if its id is taken. */
export type AddExperiment = (experiment: Experiment) => Promise<QueryError | null>;

export function createAddExperiment(session: Session, request: typeof fetch): AddExperiment {
  const ask = createAskServer(session, request);
  return async (experiment) => {
    const path = `/v1/experiments/${encodeURIComponent(experiment.id)}`;
    const order = { method: "PUT", body: experiment, revision: 0 } as const;
    const saved = await ask(path, z.unknown(), order);
    if (!saved.ok) return saved.error;
    const published = await ask(`${path}/publish`, z.unknown(), { method: "POST" });
    return published.ok ? null : published.error;
  };
}
