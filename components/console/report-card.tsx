import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { Resource } from "../ui/resource.ts";
import { sayRuleIn } from "../ui/say-problem.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import type { QueryError } from "./client.ts";

/** What every report needs to know of the console around it. */
export interface ReportContext {
  server: string;
  onSignIn: () => void;
}

/** A report while it loads, when it failed, and when it is there. */
export function Report<T>(props: {
  resource: Resource<T, QueryError>;
  context: ReportContext;
  /** Other than asking for this resource again. */
  onRetry?: () => void;
  children: (value: T) => ComponentChildren;
}) {
  const view = props.resource.view.value;
  switch (view.state) {
    case "loading":
      return <Skeleton lines={6} />;
    case "failed":
      return (
        <QueryProblem
          error={view.error}
          context={props.context}
          onRetry={props.onRetry ?? (() => void props.resource.load())}
        />
      );
    case "ready":
      return <div aria-busy={view.refreshing}>{props.children(view.value)}</div>;
  }
}

export function QueryProblem(props: {
  error: QueryError;
  context: ReportContext;
  onRetry: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(props.context.server)(props.error);
  const detail = detailOf(props.error, i18n);
  return (
    <div class="stack">
      <ErrorState message={message} {...(detail !== null && { detail })} onRetry={props.onRetry} />
      {props.error.code === "unauthorized" && (
        <div class="actions">
          <Button kind="primary" onClick={props.context.onSignIn}>
            {t("console.signIn.submit")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What only those who look after the server understand, in English; null: the message says everything. */
export function detailOf(error: QueryError, i18n: ReturnType<typeof useI18n>): string | null {
  const isTold = error.code !== "server" && error.code !== "unreadable";
  return isTold || sayRuleIn(error, i18n) !== null ? null : (error.detail ?? null);
}

export function useQueryMessage(server: string): (error: QueryError) => string {
  const i18n = useI18n();
  const { t, number } = i18n;
  return (error) => {
    const said = sayRuleIn(error, i18n);
    if (said !== null) return said;
    switch (error.code) {
      case "offline":
        return t("console.error.offline", { server });
      case "server":
        return t("console.error.server", { status: String(error.status ?? "") });
      case "busy":
        return t("console.error.busy", { seconds: number(error.wait ?? 0) });
      default:
        return t(`console.error.${error.code}`);
    }
  };
}
