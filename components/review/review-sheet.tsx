import type { AccountReview } from "../../lib/model/account-review.ts";
import { localize } from "../../lib/model/locale.ts";
import { useRevenueWords } from "../revenue/words.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Stat, Stats } from "../ui/stats.tsx";
import { MoneyPlot } from "./money-plot.tsx";
import { PeoplePlot } from "./people-plot.tsx";

const DAY = 86_400_000;

/** What a review talks about, each part whole on one sheet where it fits. */
export function ReviewSheet({ review }: { review: AccountReview }) {
  const { t, date } = useI18n();
  const { account, from, today } = review;
  return (
    <article class="stack">
      <header>
        <h2 class="review-name">{account.name ?? account.id}</h2>
        <p class="muted">
          {t("review.period", { from: date(Date.parse(from)), to: date(Date.parse(today) - DAY) })}
        </p>
      </header>
      <Known review={review} />
      <PeoplePlot review={review} />
      <MoneyPlot review={review} />
      <Goals review={review} />
      <Contacts review={review} />
      <Answers review={review} />
      <Tasks review={review} />
    </article>
  );
}

function Known({ review: { account, stage, today } }: { review: AccountReview }) {
  const { t, date, number, wanted } = useI18n();
  const { amount } = useRevenueWords();
  const day = (text: string) => date(Date.parse(text));
  const ahead = account.renewal && (Date.parse(account.renewal) - Date.parse(today)) / DAY;
  const facts = [
    ["review.since", account.customerSince && day(account.customerSince)],
    [
      "review.renewal",
      account.renewal &&
        (ahead !== null && Number(ahead) >= 0
          ? t("review.renewalIn", { day: day(account.renewal), count: Number(ahead) })
          : day(account.renewal)),
    ],
    ["review.plan", account.plan],
    ["review.modules", account.modules.join(", ")],
    [
      "review.seats",
      account.seats !== null && `${number(account.users)} / ${number(account.seats)}`,
    ],
    ["review.mrr", account.mrr && amount(account.mrr.minor, account.mrr.currency)],
    ["review.stage", stage ? localize(stage, wanted) : account.stage],
    ["review.owner", account.owner],
  ] as const;
  const known = facts.flatMap(([key, value]) => (value ? [[t(key), value] as const] : []));
  return (
    <section class="card">
      <Facts of={known} />
    </section>
  );
}

function Goals({ review: { account } }: { review: AccountReview }) {
  const { t, date } = useI18n();
  if (account.goals.length === 0) return null;
  const tones = { open: "neutral", reached: "success", missed: "warning" } as const;
  return (
    <Card title={t("review.goals")}>
      <ul class="review-list">
        {account.goals.map(({ text, due, state }) => (
          <li key={text}>
            <Badge tone={tones[state]}>{t(`review.goal.${state}`)}</Badge> {text}
            {due && <span class="muted"> {t("review.due", { day: date(Date.parse(due)) })}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Contacts({ review: { touches } }: { review: AccountReview }) {
  const { t, date } = useI18n();
  return (
    <Card title={t("review.contacts")}>
      {touches.length === 0 ? (
        <p class="muted">{t("review.contactsNone")}</p>
      ) : (
        <ul class="review-list">
          {touches.map(({ id, kind, state, at, people }) => (
            <li key={id}>
              <span class="numeric">{date(at)}</span> {t(`review.contact.${kind}`)}
              {people.length > 0 && <span class="muted"> {people.join(", ")}</span>}
              {state !== "done" && <span class="muted"> ({t("review.contact.missed")})</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Answers({ review: { answers } }: { review: AccountReview }) {
  const { t, number, percent } = useI18n();
  const write = (type: "nps" | "csat" | "ces", score: number) =>
    type === "csat" ? percent(score) : number(Math.round(score * 10) / 10);
  return (
    <Card title={t("review.answers")}>
      {answers.length === 0 ? (
        <p class="muted">{t("review.answersNone")}</p>
      ) : (
        <Stats>
          {answers.map(({ type, answers: count, score }) => (
            <Stat
              key={type}
              value={score === null ? "" : write(type, score)}
              label={`${t(`surveys.type.${type}`)}, ${t("surveys.answers", { count })}`}
            />
          ))}
        </Stats>
      )}
    </Card>
  );
}

function Tasks({ review: { openTasks } }: { review: AccountReview }) {
  const { t, date } = useI18n();
  return (
    <Card title={t("review.tasks")}>
      {openTasks.length === 0 ? (
        <p class="muted">{t("review.tasksNone")}</p>
      ) : (
        <ul class="review-list">
          {openTasks.map(({ id, title, due, owner }) => (
            <li key={id}>
              {title}
              <span class="muted">
                {owner && ` ${owner}`}
                {due && ` ${t("review.due", { day: date(Date.parse(due)) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
