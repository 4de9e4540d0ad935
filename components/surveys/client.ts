import { SurveyReport, SurveyVerbatims } from "../../lib/model/survey-report.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

/** Questions about what people answered; none throws. `left`: only from accounts that left. */
export interface SurveysClient {
  report(left: boolean, signal: AbortSignal): Promise<Outcome<SurveyReport, QueryError>>;
  /** One page, after the place that the page before named. */
  verbatims(
    asked: { guide: string; left: boolean; after: string | null },
    signal: AbortSignal,
  ): Promise<Outcome<SurveyVerbatims, QueryError>>;
}

export function createSurveysClient(
  session: { server: string; token: string },
  request: typeof fetch,
): SurveysClient {
  const ask = createAskServer(session, request);
  return {
    report: (left, signal) =>
      ask(`/v1/query/surveys?months=12&left=${left}`, SurveyReport, { signal }),
    verbatims: ({ guide, left, after }, signal) =>
      ask(
        `/v1/query/surveys/${encodeURIComponent(guide)}/verbatims?limit=20&left=${left}${after === null ? "" : `&after=${encodeURIComponent(after)}`}`,
        SurveyVerbatims,
        { signal },
      ),
  };
}
