import type { PlaybookRun } from "../../lib/model/playbook-report.ts";
import { AccountLink } from "../accounts/account-link.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Icon } from "../ui/icon.tsx";
import { Time } from "../ui/time.tsx";
import type { PlaybookAnswer } from "./page-model.ts";
import type { PlaybookViewProps } from "./playbook-view.tsx";
import { sayResult, sayWhy } from "./words.ts";

/** Each time it fired: for whom, why, what was done, and what could not be. */
export function RunsCard(props: PlaybookViewProps & { answer: PlaybookAnswer }) {
  const { t } = useI18n();
  const { page, answer } = props;
  const { items, next } = answer.runs;
  return (
    <Card title={t("playbooks.runs")} lead={t("playbooks.runsLead")}>
      {items.length === 0 ? (
        <EmptyState
          title={t("playbooks.noRuns")}
          {...(answer.playbook.paused && { hint: t("playbooks.noRunsHint") })}
        />
      ) : (
        <div class="stack">
          <ul class="rows">
            {items.map((run) => (
              <RunRow key={run.id} {...props} run={run} />
            ))}
          </ul>
          {next && (
            <div class="actions actions-center">
              <Button onClick={() => void page.more()}>{t("playbooks.more")}</Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function RunRow({ model, run }: PlaybookViewProps & { run: PlaybookRun }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { account, name, at, why, heldOut, results } = run;
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">
          <AccountLink id={account} name={name} />{" "}
          {heldOut && <Badge>{t("playbooks.heldOut")}</Badge>}
        </span>
        {results.map((result, index) =>
          result.error === null ? (
            <span key={index}>{sayResult(result, i18n)}</span>
          ) : (
            <span key={index} class="playbook-failed">
              <Icon name="warning" /> {sayResult(result, i18n)}
            </span>
          ),
        )}
        <span class="row-note">
          <Time at={at} />
          <span>{sayWhy(why, model.choices.value, i18n)}</span>
        </span>
      </div>
    </li>
  );
}
