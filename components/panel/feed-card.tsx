import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { FeedEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { ExternalLink } from "../guide/external-link.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import { AuthoredText } from "./authored-text.tsx";
import { AuthoredTitle } from "./authored-title.tsx";
import type { ListedModel } from "./listed-model.ts";

/** Announcements, the newest first. Opening one is reading it. */
export function FeedCard({ model, feed }: { model: ListedModel; feed: readonly FeedEntry[] }) {
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  const open = useSignal<string | null>(null);
  const unread = feed.filter(({ read }) => !read);
  if (feed.length === 0) {
    return (
      <Card title={t("panel.feed.title")} lead={t("panel.feed.empty")}>
        <p class="muted">{t("panel.feed.emptyHint")}</p>
      </Card>
    );
  }
  const toggle = ({ guide, read }: FeedEntry) => {
    open.value = open.value === guide ? null : guide;
    if (!read) void model.read([guide]);
  };
  const dismiss = async ({ guide }: FeedEntry) => {
    const at = feed.findIndex((entry) => entry.guide === guide);
    await model.dismiss(guide);
    // The button that had the focus went with its announcement.
    const heads = list.current?.querySelectorAll<HTMLElement>(".disclosure");
    (heads?.[Math.min(at, heads.length - 1)] ?? document.querySelector("h1"))?.focus();
  };
  return (
    <Card
      title={t("panel.feed.title")}
      {...(unread.length > 0 && { lead: t("panel.feed.unread", { count: unread.length }) })}
      aside={
        unread.length > 1 && (
          <Button
            icon="check"
            kind="quiet"
            onClick={() => void model.read(unread.map(({ guide }) => guide))}
          >
            {t("panel.feed.readAll")}
          </Button>
        )
      }
    >
      <ul class="rows" ref={list}>
        {feed.map((entry) => (
          <li key={entry.guide} class="news">
            <News
              model={model}
              entry={entry}
              open={open.value === entry.guide}
              onToggle={() => toggle(entry)}
              onDismiss={() => void dismiss(entry)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function News(props: {
  model: ListedModel;
  entry: FeedEntry;
  open: boolean;
  onToggle: () => void;
  onDismiss: () => void;
}) {
  const { t, wanted } = useI18n();
  const { model, entry } = props;
  const title = localize(entry.title, wanted);
  const note = (
    <p class="row-note">
      {!entry.read && (
        <span aria-hidden="true">
          <Badge tone="accent">{t("panel.feed.new")}</Badge>
        </span>
      )}
      <Time at={entry.at} withTime={false} />
    </p>
  );
  return (
    <Disclosure
      title={
        <span class={entry.read ? "read" : "unread"}>
          <AuthoredTitle text={entry.title} />
          {!entry.read && <span class="visually-hidden"> ({t("panel.feed.new")})</span>}
        </span>
      }
      open={props.open}
      onToggle={props.onToggle}
      note={note}
    >
      <AuthoredText
        text={entry.body}
        pictures={{ sizes: entry.pictures, address: model.picture }}
      />
      <div class="actions">
        {entry.actions.map((action) =>
          action.type === "link" ? (
            <ExternalLink
              key={action.href}
              class="button button-secondary"
              href={action.href}
              labels={{ newTab: t("panel.newTab") }}
            >
              {localize(action.label, wanted)}
            </ExternalLink>
          ) : (
            <Button
              key={action.guide}
              icon="play"
              busy={model.busy.value === action.guide}
              onClick={() => void model.start(action.guide)}
            >
              {localize(action.label, wanted)}
            </Button>
          ),
        )}
        <Button
          kind="quiet"
          icon="close"
          label={t("panel.feed.dismissLabel", { title })}
          busy={model.busy.value === entry.guide}
          onClick={props.onDismiss}
        >
          {t("panel.feed.dismiss")}
        </Button>
      </div>
    </Disclosure>
  );
}
