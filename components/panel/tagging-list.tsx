import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { FeatureEntry } from "../../lib/message/protocol.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { TaggingModel } from "./tagging.ts";
import { TaggingReviews } from "./tagging-reviews.tsx";

/** Published features, those of the page first with what they match there, and drafts. */
export function TaggingList({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  const open = useSignal(false);
  const counts = model.counts.value;
  const [here, others] = split(
    model.features.value,
    ({ feature }) => counts.get(feature.id)?.fits ?? false,
  );
  const drafts = model.drafts.value;
  return (
    <>
      <div class="group">
        <h3>{t("tag.here")}</h3>
        {here.length === 0 && <p class="muted">{t("tag.noneHere")}</p>}
        <Rows model={model} entries={here} here />
      </div>
      {others.length > 0 && (
        <div class="group">
          <Disclosure
            title={t("tag.other", { count: others.length })}
            open={open.value}
            onToggle={() => (open.value = !open.value)}
          >
            <Rows model={model} entries={others} />
          </Disclosure>
        </div>
      )}
      <TaggingReviews model={model} />
      {drafts.length > 0 && (
        <div class="group">
          <h3>{t("tag.drafts")}</h3>
          <ul class="rows">
            {drafts.map(({ id, name }) => (
              <li key={id} class="row">
                <div class="row-text">
                  <p class="row-title">{name}</p>
                  <p class="row-note">{t("tag.draftNote")}</p>
                </div>
                <Acts model={model} feature={id} name={name} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Rows(props: { model: TaggingModel; entries: readonly FeatureEntry[]; here?: boolean }) {
  const { t } = useI18n();
  const { model } = props;
  return (
    <ul class="rows">
      {props.entries.map((entry) => {
        const { id, name, group } = entry.feature;
        const shown = model.shown.value === id;
        const marks = model.counts.value.get(id)?.count ?? 0;
        return (
          <li key={id} class="row">
            <div class="row-text">
              <p class="row-title">{name}</p>
              <p class="row-note">
                {group && <span>{group}</span>}
                {props.here && <Here model={model} entry={entry} />}
              </p>
              <Counted entry={entry} />
            </div>
            <Acts model={model} feature={id} name={name}>
              {marks > 0 && (
                <Button
                  label={t(shown ? "tag.hideLabel" : "tag.showLabel", { feature: name })}
                  onClick={() => model.show(id)}
                >
                  {t(shown ? "tag.hide" : "tag.show")}
                </Button>
              )}
            </Acts>
          </li>
        );
      })}
    </ul>
  );
}

function Here({ model, entry }: { model: TaggingModel; entry: FeatureEntry }) {
  const { t } = useI18n();
  const count = model.counts.value.get(entry.feature.id);
  if (!count) return null;
  if (count.unreadable) return <Badge tone="danger">{t("tag.unreadable")}</Badge>;
  const points = entry.feature.rules.some((rule) => "selector" in rule);
  if (!points) return <Badge tone="accent">{t("tag.pageHere")}</Badge>;
  const tone = count.count > 0 ? "accent" : "warning";
  return <Badge tone={tone}>{t("tag.count", { count: count.count })}</Badge>;
}

function Counted({ entry: { uses, since } }: { entry: FeatureEntry }) {
  const { t, dateTime } = useI18n();
  return (
    <p class="row-note">
      {since === null
        ? t("tag.usesUnknown", { count: uses })
        : t("tag.uses", { count: uses, since: dateTime(since) })}
    </p>
  );
}

function Acts(props: {
  model: TaggingModel;
  feature: string;
  name: string;
  children?: ComponentChildren;
}) {
  const { t } = useI18n();
  const { model, feature, name } = props;
  return (
    <div class="actions">
      {props.children}
      <Button
        label={t("tag.editLabel", { feature: name })}
        onClick={() => void model.edit(feature)}
      >
        {t("tag.edit")}
      </Button>
      <Button kind="quiet" icon="trash" iconOnly onClick={() => void model.archive(feature)}>
        {t("tag.archiveLabel", { feature: name })}
      </Button>
    </div>
  );
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
