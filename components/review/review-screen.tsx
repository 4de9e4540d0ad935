import { Report } from "../console/report-card.tsx";
import { MessageProblem } from "../message-problem.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { ReviewModel } from "./model.ts";
import { ReviewSheet } from "./review-sheet.tsx";

export interface ReviewScreenProps {
  model: ReviewModel;
  onOpenConsole: () => void;
  onPrint: () => void;
}

/** An account as it is shown to the client: a page that prints. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { t } = useI18n();
  const { model } = props;
  const view = model.session.view.value;
  return (
    <main class="console review">
      <PageHead title={t("review.title")}>
        {model.account.value !== null && (
          <>
            <Button onClick={() => model.choose(null)}>{t("review.other")}</Button>
            <Button kind="primary" icon="download" onClick={props.onPrint}>
              {t("review.print")}
            </Button>
          </>
        )}
      </PageHead>
      {view.state === "loading" && <Skeleton lines={6} />}
      {view.state === "failed" && (
        <MessageProblem error={view.error} onRetry={() => void model.open()} />
      )}
      {view.state === "ready" &&
        (view.value ? (
          <Inside {...props} server={view.value.server} />
        ) : (
          <EmptyState title={t("review.signIn")} hint={t("review.signInHint")}>
            <Button kind="primary" onClick={props.onOpenConsole}>
              {t("review.openConsole")}
            </Button>
          </EmptyState>
        ))}
    </main>
  );
}

function Inside({ model, onOpenConsole, server }: ReviewScreenProps & { server: string }) {
  const context = { server, onSignIn: onOpenConsole };
  if (model.account.value === null) return <Accounts model={model} context={context} />;
  return (
    <Report key="review" resource={model.review} context={context}>
      {(review) => <ReviewSheet review={review} />}
    </Report>
  );
}

function Accounts(props: { model: ReviewModel; context: Parameters<typeof Report>[0]["context"] }) {
  const { t } = useI18n();
  const { model } = props;
  return (
    <section class="card" aria-label={t("review.find")}>
      <div class="stack">
        <Field
          label={t("review.find")}
          hint={t("review.findHint")}
          value={model.text.value}
          onInput={model.find}
        />
        <Report key="found" resource={model.found} context={props.context}>
          {(accounts) =>
            accounts.length === 0 ? (
              <EmptyState title={t("review.none")} />
            ) : (
              <ul class="review-accounts">
                {accounts.map(({ id, name }) => (
                  <li key={id}>
                    <Button kind="quiet" onClick={() => model.choose(id)}>
                      {name ?? id} {name !== null && <span class="muted small">{id}</span>}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Report>
      </div>
    </section>
  );
}
