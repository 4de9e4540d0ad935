import type { DocumentAct } from "../../lib/model/document-history.ts";
import { QueryProblem } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import type { RemoteBusy } from "./editor-remote.ts";
import type { PublicationModel } from "./publication-model.ts";
import { actWords } from "./publication-words.ts";

/** Who did what with the guide when, newest first. */
export function PublicationHistory(props: {
  publication: PublicationModel;
  busy: RemoteBusy | null;
  server: string;
  onSignIn: () => void;
}) {
  const { t } = useI18n();
  const { publication, busy } = props;
  const view = publication.facts.view.value;
  return (
    <Card title={t("publication.history.title")} lead={t("publication.history.lead")}>
      {view.state === "loading" && <Skeleton lines={3} />}
      {view.state === "failed" && (
        <QueryProblem
          error={view.error}
          context={{ server: props.server, onSignIn: props.onSignIn }}
          onRetry={() => void publication.facts.load()}
        />
      )}
      {view.state === "ready" && view.value.history.length === 0 && (
        <EmptyState
          title={t("publication.history.none")}
          hint={t("publication.history.noneHint")}
        />
      )}
      {view.state === "ready" && view.value.history.length > 0 && (
        <ul class="rows">
          {view.value.history.map((act) => (
            <ActRow key={act.number} act={act} />
          ))}
        </ul>
      )}
      {view.state === "ready" && view.value.next !== null && (
        <div class="actions">
          <Button busy={busy?.what === "history"} onClick={() => void publication.loadMore()}>
            {t("publication.history.more")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function ActRow({ act }: { act: DocumentAct }) {
  const i18n = useI18n();
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">{actWords(i18n, act)}</span>
        {act.note && <span class="publication-note">{act.note}</span>}
        <span class="row-note">
          {act.by || i18n.t("publication.somebody")}
          {" · "}
          <Time at={act.at} />
          {i18n.dateTime(act.lastAt) !== i18n.dateTime(act.at) && (
            <>
              {" – "}
              <Time at={act.lastAt} />
            </>
          )}
        </span>
      </div>
    </li>
  );
}
