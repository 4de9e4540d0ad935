import type { ComponentChildren } from "preact";
import { localize } from "../../lib/model/locale.ts";
import { RiskBadge } from "../console/health/risk-badge.tsx";
import { amountText } from "../ui/amount-text.ts";
import { Badge } from "../ui/badge.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { AccountAtGlance } from "./account-page-model.ts";
import { Health } from "./list-view.tsx";
import { ageText, agoText, daysUntil, dayText, nameOf } from "./words.ts";

/** What a CSM must know before they pick up the phone. What is not known says so. */
export function GlanceCard({ glance }: { glance: AccountAtGlance }) {
  const { t, dayOfYear } = useI18n();
  const { account } = glance;
  const champions = account.champions.filter(({ leftOn }) => leftOn === undefined);
  return (
    <section class="card" aria-labelledby="account-name">
      <header class="card-head">
        <div class="card-titles">
          <h2 id="account-name" class="account-name">
            {nameOf(account)}
          </h2>
          <p class="muted">
            {[account.id, account.plan, account.vertical, account.geography, account.size]
              .filter((one) => one !== null && one !== account.name)
              .join(" · ")}
          </p>
        </div>
        <div class="actions">
          <a
            class="button button-secondary"
            href={`/review.html?account=${encodeURIComponent(account.id)}`}
          >
            {t("account.review")}
          </a>
        </div>
      </header>
      {account.churnedOn && (
        <p>
          <Badge tone="danger">{t("account.churned", { day: dayOfYear(account.churnedOn) })}</Badge>
        </p>
      )}
      <dl class="glance">
        <Contract glance={glance} />
        <Standing glance={glance} />
        <Fact
          name={t("accounts.owner")}
          note={account.touchModel && t(`accounts.touchModel.${account.touchModel}`)}
        >
          {account.owner}
        </Fact>
        <Fact
          name={t("account.champion")}
          note={champions.length < account.champions.length && t("account.championLeft")}
          warning
        >
          {champions.map(({ name }) => name).join(", ") || null}
        </Fact>
      </dl>
    </section>
  );
}

function Contract({ glance: { account } }: { glance: AccountAtGlance }) {
  const i18n = useI18n();
  const { t, number, dayOfYear } = i18n;
  const now = Date.now();
  const { customerSince, renewal, mrr, seats, users } = account;
  return (
    <>
      <Fact
        name={t("account.age")}
        note={customerSince && t("account.since", { day: dayOfYear(customerSince) })}
      >
        {customerSince && ageText(i18n, customerSince, now)}
      </Fact>
      <Fact name={t("accounts.renewal")} note={renewal && dayOfYear(renewal)}>
        {renewal && dayText(i18n, renewal, now)}
      </Fact>
      <Fact
        name={t("account.value")}
        note={mrr && t("account.aMonth", { amount: amountText(i18n, mrr.minor, mrr.currency) })}
      >
        {mrr && t("accounts.perYear", { amount: amountText(i18n, mrr.minor * 12, mrr.currency) })}
      </Fact>
      <Fact
        name={t("account.seats")}
        note={seats !== null && t("account.ofSeats", { seats: number(seats) })}
      >
        {t("account.users", { count: users })}
      </Fact>
    </>
  );
}

function Standing({ glance: { account, health, stages, tasks } }: { glance: AccountAtGlance }) {
  const i18n = useI18n();
  const { t } = i18n;
  const now = Date.now();
  const stage = stages.find(({ id }) => id === account.stage);
  const days = account.stageSince === null ? null : -daysUntil(account.stageSince, now);
  const expected = stage?.expectedDays ?? null;
  const stuck = days !== null && expected !== null && days > expected;
  const overdue = tasks.filter(({ due }) => due !== null && daysUntil(due, now) < 0).length;
  const signs = health.signals.filter(({ endedAt }) => endedAt === null).length;
  return (
    <>
      <Fact
        name={t("accounts.stage")}
        warning={stuck}
        note={
          days !== null &&
          (stuck
            ? t("account.stuck", { count: days, expected: i18n.number(expected ?? 0) })
            : t("account.inStage", { count: days }))
        }
      >
        {stage ? localize(stage.name, i18n.wanted) : account.stage}
      </Fact>
      <Fact
        name={t("accounts.health")}
        note={
          account.health && t("health.coverageOf", { share: i18n.percent(account.health.coverage) })
        }
      >
        <Health account={account} />
      </Fact>
      <Fact
        name={t("accounts.risk")}
        note={
          health.case
            ? t(`case.step.${health.case.step}`)
            : signs > 0 && t("account.signs", { count: signs })
        }
      >
        <RiskBadge risk={account.health?.risk ?? null} />
      </Fact>
      <Fact
        name={t("accounts.lastTouch")}
        note={
          account.lastSeen !== null &&
          t("account.seen", { when: agoText(i18n, account.lastSeen, now) })
        }
      >
        {account.lastTouch === null ? t("accounts.never") : agoText(i18n, account.lastTouch, now)}
      </Fact>
      <Fact
        name={t("account.openTasks")}
        warning
        note={overdue > 0 && t("account.overdue", { count: overdue })}
      >
        {i18n.number(account.openTasks)}
      </Fact>
    </>
  );
}

function Fact(props: {
  name: string;
  /** Beside the value; false or null: nothing. */
  note?: string | false | null;
  warning?: boolean;
  /** null: not known. */
  children: ComponentChildren;
}) {
  const { t } = useI18n();
  return (
    <div class="glance-fact">
      <dt>{props.name}</dt>
      <dd>
        <span class={props.children ? "glance-value" : "muted"}>
          {props.children || t("account.unknown")}
        </span>
        {props.note && (
          <span class={props.warning ? "glance-note glance-warning" : "glance-note"}>
            {props.note}
          </span>
        )}
      </dd>
    </div>
  );
}
