import type { ComponentChildren } from "preact";
import type { Forward } from "../../lib/model/forward.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { sayRuleIn } from "../ui/say-problem.ts";
import { Time } from "../ui/time.tsx";
import type { DestinationAct, DestinationsModel } from "./model.ts";

/** One target of messages: where, how far, what went wrong, and what can be done with it. */
export function DestinationRow(props: {
  model: DestinationsModel;
  of: Forward;
  onChange: () => void;
  onRemove: () => void;
  /** The form that changes it, while it is open. */
  form: ComponentChildren;
}) {
  const i18n = useI18n();
  const { t, number } = i18n;
  const { model, of: one } = props;
  const name = one.id;
  const isBusy = (what: DestinationAct) =>
    model.busy.value?.what === what && model.busy.value.id === name;
  const counts = (["sent", "waiting", "dropped"] as const)
    .filter((what) => what !== "dropped" || one.dropped > 0)
    .map((what) => t(`destinations.count.${what}`, { count: number(one[what]) }));
  return (
    <li class="destination">
      <div class="row">
        <div class="row-text">
          <span class="row-title">{name}</span>
          <span class="row-note">
            <Badge>{t(`destinations.kind.${one.kind}`)}</Badge>
            {one.paused && (
              <Badge tone="warning" icon="pause">
                {t("destinations.paused")}
              </Badge>
            )}
            <span class="destination-url">{addressOf(one, t("destinations.toOwner"))}</span>
          </span>
          <span class="row-note">
            {counts.join(" · ")}
            {model.tested.value === name && <span role="status">{t("destinations.tested")}</span>}
          </span>
        </div>
        <div class="actions">
          <Button
            icon="send"
            label={t("destinations.testLabel", { name })}
            busy={isBusy("test")}
            onClick={() => void model.test(name)}
          >
            {t("destinations.test")}
          </Button>
          <Button
            icon={one.paused ? "play" : "pause"}
            label={t(one.paused ? "destinations.resumeLabel" : "destinations.pauseLabel", { name })}
            busy={isBusy("pause") && one.nextAt === null}
            onClick={() => void model.pause(name, !one.paused)}
          >
            {t(one.paused ? "destinations.resume" : "destinations.pause")}
          </Button>
          {one.sign && (
            <Button
              label={t("destinations.newSecretLabel", { name })}
              busy={isBusy("secret")}
              onClick={() => void model.newSecret(name)}
            >
              {t("destinations.newSecret")}
            </Button>
          )}
          <Button
            icon="edit"
            label={t("destinations.changeLabel", { name })}
            onClick={props.onChange}
          >
            {t("destinations.change")}
          </Button>
          <Button
            icon="trash"
            label={t("destinations.removeLabel", { name })}
            busy={isBusy("remove")}
            onClick={props.onRemove}
          >
            {t("destinations.remove")}
          </Button>
        </div>
      </div>
      {one.error !== null && (
        <Notice tone="warning" title={t("destinations.failed")}>
          <p>
            {one.failedAt !== null && (
              <>
                <Time at={one.failedAt} />
                {": "}
              </>
            )}
            {sayRuleIn(one, i18n) ?? one.error}
          </p>
          {one.nextAt !== null && !one.paused && (
            <div class="actions">
              <span class="muted">
                {t("destinations.next")} <Time at={one.nextAt} />
              </span>
              <Button
                icon="refresh"
                label={t("destinations.retryLabel", { name })}
                busy={isBusy("pause")}
                onClick={() => void model.pause(name, false)}
              >
                {t("destinations.retry")}
              </Button>
            </div>
          )}
        </Notice>
      )}
      {props.form}
    </li>
  );
}

function addressOf({ kind, url, toOwner }: Forward, owner: string): string {
  if (kind !== "email") return url;
  const to = url
    .slice("mailto:".length)
    .split(",")
    .filter((one) => one !== "");
  return [...(toOwner ? [owner] : []), ...to].join(", ");
}
