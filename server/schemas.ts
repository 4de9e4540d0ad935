import * as z from "zod/mini";
import { AccountNews } from "../lib/model/account-news.ts";
import { AccountReview } from "../lib/model/account-review.ts";
import { ActiveDaysCurve, RetentionCohorts } from "../lib/model/activity.ts";
import { AdoptionMatrix } from "../lib/model/adoption-matrix.ts";
import { AhaMoments } from "../lib/model/aha.ts";
import { Asset } from "../lib/model/asset.ts";
import { AudienceQuestion, AudienceSize, KnownPeople } from "../lib/model/audience.ts";
import { AuditLog } from "../lib/model/audit.ts";
import {
  Bundle,
  HandoverList,
  SignedBundle,
  SigningKeyList,
  SyncPolicy,
  WorkspaceInfo,
} from "../lib/model/bundle.ts";
import { ConsentPolicy } from "../lib/model/consent.ts";
import { CsLoad } from "../lib/model/cs-load.ts";
import { DocumentHistory } from "../lib/model/document-history.ts";
import { EffectReport, GuideRevenue, PlaybookEffect } from "../lib/model/effect.ts";
import { Experiment } from "../lib/model/experiment.ts";
import { Feature } from "../lib/model/feature.ts";
import {
  Forward,
  ForwardList,
  ForwardNames,
  ForwardPause,
  NewForward,
} from "../lib/model/forward.ts";
import { Guide } from "../lib/model/guide.ts";
import { GuideLift } from "../lib/model/lift.ts";
import { OnboardingReport } from "../lib/model/onboarding-report.ts";
import { OwnAccount } from "../lib/model/own-account.ts";
import { DataExport, DeletionOrder, DeletionReport, ExportOrder } from "../lib/model/privacy.ts";
import { ToldProblem } from "../lib/model/problem.ts";
import {
  FeatureAdoption,
  GuideFunnel,
  GuidePauses,
  GuideTargets,
  SignalTimeline,
  UserSignals,
} from "../lib/model/query.ts";
import { Retention, RetentionPreview, RetentionSetting } from "../lib/model/retention.ts";
import {
  RevenueCohorts,
  RevenueReport,
  RevenueSlices,
  RevenueTargets,
} from "../lib/model/revenue.ts";
import { Segment } from "../lib/model/segment.ts";
import { SignalDefinition } from "../lib/model/signal.ts";
import { SignalEvidence, SignalFunnel, SignalReport } from "../lib/model/signal-report.ts";
import { SurveyReport, SurveyVerbatims } from "../lib/model/survey-report.ts";
import { Theme } from "../lib/model/theme.ts";
import { WireBatch, WireMessage, WireReply } from "../lib/model/wire.ts";
import { ACCOUNT_SCHEMAS } from "./accounts/schemas.ts";
import {
  Credential,
  CredentialList,
  IdentityKey,
  IdentityKeyList,
  NewCredential,
  NewIdentityKey,
  NewToken,
  NewWriteKey,
} from "./auth/schemas.ts";
import {
  Document,
  DocumentList,
  Publication,
  PublicationOrder,
  ReviewNote,
  ReviewSetting,
  Version,
  VersionList,
} from "./documents/schemas.ts";
import { HEALTH_SCHEMAS } from "./health/schemas.ts";
import { PLAYBOOK_SCHEMAS } from "./playbook/schemas.ts";
import { PrivacyActs, RedactionOrder, RedactionReport } from "./privacy/schemas.ts";

const ErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** The name of the rule that the message says, with what stands in it, for whoever says it in another language. */
    rule: z.optional(z.string()),
    params: z.optional(z.record(z.string(), z.string())),
    problems: z.optional(z.array(ToldProblem)),
    /** Of "too_many_requests": seconds, as the header Retry-After. */
    retryAfter: z.optional(z.int()),
  }),
});

const Health = z.object({ status: z.enum(["ok", "unavailable"]) });

/** A message of one of the single-call paths: the path gives the type, the body may give the write key. */
const SingleMessage = z.looseObject({ writeKey: z.optional(z.string()) });

/** Every schema that a request or an answer has, by the name under which it is served. */
export const SCHEMAS = {
  ...ACCOUNT_SCHEMAS,
  ...HEALTH_SCHEMAS,
  ...PLAYBOOK_SCHEMAS,
  "account-news": AccountNews,
  "aha-moments": AhaMoments,
  "account-review": AccountReview,
  "active-days-curve": ActiveDaysCurve,
  "adoption-matrix": AdoptionMatrix,
  asset: Asset,
  "asset-list": z.object({ items: z.array(Asset) }),
  "audit-log": AuditLog,
  "audience-question": AudienceQuestion,
  "audience-size": AudienceSize,
  bundle: Bundle,
  "consent-setting": z.strictObject({ consent: ConsentPolicy }),
  credential: Credential,
  "credential-list": CredentialList,
  "cs-load": CsLoad,
  "data-export": DataExport,
  "deletion-order": DeletionOrder,
  "deletion-report": DeletionReport,
  document: Document,
  "document-history": DocumentHistory,
  "document-list": DocumentList,
  "effect-report": EffectReport,
  "playbook-effect": PlaybookEffect,
  error: ErrorBody,
  experiment: Experiment,
  feature: Feature,
  "export-order": ExportOrder,
  "feature-adoption": FeatureAdoption,
  forward: Forward,
  "forward-list": ForwardList,
  "forward-names": ForwardNames,
  "forward-pause": ForwardPause,
  guide: Guide,
  "guide-funnel": GuideFunnel,
  "guide-lift": GuideLift,
  "guide-pauses": GuidePauses,
  "guide-revenue": GuideRevenue,
  "guide-targets": GuideTargets,
  "handover-list": HandoverList,
  health: Health,
  "identity-key": IdentityKey,
  "identity-key-list": IdentityKeyList,
  "known-people": KnownPeople,
  "new-credential": NewCredential,
  "new-forward": NewForward,
  "new-identity-key": NewIdentityKey,
  "new-token": NewToken,
  "new-write-key": NewWriteKey,
  "onboarding-report": OnboardingReport,
  "own-account": OwnAccount,
  "privacy-acts": PrivacyActs,
  publication: Publication,
  "publication-order": PublicationOrder,
  "redaction-order": RedactionOrder,
  "redaction-report": RedactionReport,
  retention: Retention,
  "retention-preview": RetentionPreview,
  "retention-setting": RetentionSetting,
  "retention-cohorts": RetentionCohorts,
  "revenue-cohorts": RevenueCohorts,
  "revenue-report": RevenueReport,
  "revenue-slices": RevenueSlices,
  "revenue-targets": RevenueTargets,
  "review-note": ReviewNote,
  "review-setting": ReviewSetting,
  segment: Segment,
  signal: SignalDefinition,
  "signal-evidence": SignalEvidence,
  "signal-funnel": SignalFunnel,
  "signal-report": SignalReport,
  "signal-timeline": SignalTimeline,
  "signed-bundle": SignedBundle,
  "signing-key-list": SigningKeyList,
  "single-message": SingleMessage,
  "survey-report": SurveyReport,
  "survey-verbatims": SurveyVerbatims,
  "sync-policy": SyncPolicy,
  theme: Theme,
  "user-signals": UserSignals,
  version: Version,
  "version-list": VersionList,
  "wire-batch": WireBatch,
  "wire-message": WireMessage,
  "wire-reply": WireReply,
  "workspace-info": WorkspaceInfo,
} as const satisfies Record<string, z.ZodMiniType>;

export type SchemaName = keyof typeof SCHEMAS;

/** JSON Schema (2020-12) of what may be sent or is answered under this name. */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  return z.toJSONSchema(SCHEMAS[name], { io: "input" }) as Record<string, unknown>;
}
