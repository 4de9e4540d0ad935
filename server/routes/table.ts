import type { Gate } from "../auth/gate.ts";
import { inTurns } from "../db/turns.ts";
import type { Deps } from "../deps.ts";
import type { Route } from "../http/route.ts";
import { accountWorkRoutes } from "./account-work.ts";
import { accountRoutes } from "./accounts.ts";
import { ahaRoutes } from "./aha.ts";
import { assetRoutes } from "./assets.ts";
import { audienceRoutes } from "./audience.ts";
import { auditRoutes } from "./audit.ts";
import { checklistRoutes } from "./checklists.ts";
import { churnRoutes } from "./churn.ts";
import { documentRoutes } from "./documents.ts";
import { driftRoutes } from "./drift.ts";
import { effectRoutes } from "./effect.ts";
import { forwardRoutes } from "./forwards.ts";
import { healthRoutes } from "./health.ts";
import { importPreviewRoutes, importRoutes } from "./imports.ts";
import { ingestRoutes } from "./ingest.ts";
import { keyRoutes } from "./keys.ts";
import { metaRoutes } from "./meta.ts";
import { metricRoutes } from "./metrics.ts";
import { playbookRunRoutes } from "./playbook-runs.ts";
import { playbookRoutes } from "./playbooks.ts";
import { privacyRoutes } from "./privacy.ts";
import { publicationRoutes } from "./publication.ts";
import { queryRoutes } from "./queries.ts";
import { retentionRoutes } from "./retention.ts";
import { revenueRoutes } from "./revenue.ts";
import { signingKeyRoutes } from "./signing-keys.ts";
import { surveyRoutes } from "./surveys.ts";
import { taskRoutes } from "./tasks.ts";
import { telling } from "./telling.ts";
import { userRoutes } from "./users.ts";
import { workspaceRoutes } from "./workspace.ts";

/** Every route there is. What is not in this table is not served, and what is, is documented. */
export function routeTable(all: Deps, gate: Gate): Route[] {
  // What devices send, and what they need to work, never waits for what people look up.
  const deps: Deps = { ...all, db: inTurns(all.db) };
  const routes: Route[] = [
    ...ingestRoutes(all),
    ...workspaceRoutes(all),
    ...documentRoutes(deps),
    ...publicationRoutes(deps),
    ...assetRoutes(deps),
    ...queryRoutes(deps),
    ...ahaRoutes(deps),
    ...revenueRoutes(deps),
    ...surveyRoutes(deps),
    ...effectRoutes(deps),
    ...audienceRoutes(deps),
    ...telling(deps.changed, accountRoutes(deps)),
    ...accountWorkRoutes(deps),
    ...telling(deps.changed, taskRoutes(deps)),
    ...telling(deps.changed, checklistRoutes(deps)),
    ...importPreviewRoutes(deps),
    ...telling(deps.changed, importRoutes(deps)),
    ...telling(deps.changed, userRoutes(deps)),
    ...healthRoutes(deps),
    ...telling(deps.changed, churnRoutes(deps)),
    ...playbookRoutes(deps),
    ...playbookRunRoutes(deps),
    ...driftRoutes(deps),
    ...privacyRoutes(deps),
    ...telling(deps.changed, retentionRoutes(deps)),
    ...forwardRoutes(deps),
    ...keyRoutes(deps, gate),
    ...signingKeyRoutes(deps),
    ...auditRoutes(deps),
    ...metricRoutes(deps),
    ...metaRoutes(all, () => routes),
  ];
  return routes;
}
