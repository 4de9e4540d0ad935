import { useState } from "preact/hooks";
import type { Champion } from "../../lib/model/account-value.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { KeepFocus } from "../ui/keep-focus.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";
import { personName, personRole } from "./words.ts";

/** Who carries the product at the client, and who uses it. */
export function PeopleCard({
  model,
  glance,
}: {
  model: AccountPageModel;
  glance: AccountAtGlance;
}) {
  const { t } = useI18n();
  const { account, people } = glance;
  return (
    <>
      <Card title={t("account.champions")} lead={t("account.championsLead")}>
        <KeepFocus>
          {account.champions.length === 0 ? (
            <p class="muted">{t("account.championsNone")}</p>
          ) : (
            <ul class="rows">
              {account.champions.map((one) => (
                <ChampionRow key={`${one.name} ${one.user ?? ""}`} one={one} model={model} />
              ))}
            </ul>
          )}
        </KeepFocus>
        <ChampionForm model={model} />
      </Card>
      <Card title={t("account.people")} lead={t("account.peopleLead")}>
        {people.length === 0 ? (
          <EmptyState title={t("account.peopleNone")} hint={t("account.peopleNoneHint")} />
        ) : (
          <Table
            caption={t("account.people")}
            columns={[
              { label: t("people.person") },
              { label: t("account.role") },
              { label: t("people.lastSeen"), align: "end" },
              { label: t("account.champion") },
            ]}
            rows={people.map((person) => ({
              key: person.user,
              cells: [
                <span key="name" class="named">
                  {personName(person)}
                  {personName(person) !== person.user && (
                    <span class="muted small">{person.user}</span>
                  )}
                </span>,
                personRole(person) ?? "—",
                person.lastSeen === null ? (
                  t("accounts.never")
                ) : (
                  <Time key="seen" at={person.lastSeen} withTime={false} />
                ),
                person.champion ? (
                  <Badge key="champion" tone="accent">
                    {t("account.champion")}
                  </Badge>
                ) : (
                  <Button
                    key="mark"
                    kind="quiet"
                    busy={model.busy.value}
                    label={t("account.markLabel", { name: personName(person) })}
                    onClick={() =>
                      void model.champion((all) => [
                        ...all.filter(({ user }) => user !== person.user),
                        { name: personName(person).slice(0, 120), user: person.user },
                      ])
                    }
                  >
                    {t("account.mark")}
                  </Button>
                ),
              ],
            }))}
          />
        )}
      </Card>
    </>
  );
}

function ChampionRow({ one, model }: { one: Champion; model: AccountPageModel }) {
  const { t, dayOfYear } = useI18n();
  const isSame = (other: Champion) => other.name === one.name && other.user === one.user;
  const put = (next: Champion | null) =>
    void model.champion((all) => all.flatMap((other) => (isSame(other) ? (next ?? []) : other)));
  const { leftOn, ...rest } = one;
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">
          {one.name}{" "}
          {leftOn && (
            <Badge tone="warning">{t("account.leftOn", { day: dayOfYear(leftOn) })}</Badge>
          )}
        </span>
        <span class="row-note">
          {[one.role, one.email ?? one.user].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div class="actions">
        <Button
          kind="quiet"
          busy={model.busy.value}
          label={`${leftOn ? t("account.returned") : t("account.left")}: ${one.name}`}
          onClick={() =>
            put(leftOn ? rest : { ...one, leftOn: new Date().toISOString().slice(0, 10) })
          }
        >
          {leftOn ? t("account.returned") : t("account.left")}
        </Button>
        <Button
          kind="quiet"
          busy={model.busy.value}
          label={t("account.unmarkLabel", { name: one.name })}
          onClick={() => put(null)}
        >
          {t("account.unmark")}
        </Button>
      </div>
    </li>
  );
}

function ChampionForm({ model }: { model: AccountPageModel }) {
  const { t } = useI18n();
  const [one, setOne] = useState({ name: "", email: "", role: "" });
  const [tried, setTried] = useState(false);
  const add = async () => {
    setTried(true);
    const name = one.name.trim();
    if (name === "") return;
    const email = one.email.trim();
    const role = one.role.trim();
    const champion = { name, ...(email && { email }), ...(role && { role }) };
    if (!(await model.champion((all) => [...all, champion]))) return;
    setOne({ name: "", email: "", role: "" });
    setTried(false);
  };
  return (
    <Form label={t("account.championAdd")} onSubmit={() => void add()}>
      <div class="choices">
        <div class="choice">
          <Field
            label={t("account.championName")}
            value={one.name}
            onInput={(name) => setOne({ ...one, name })}
            error={tried && one.name.trim() === "" ? t("common.required") : undefined}
          />
        </div>
        <div class="choice">
          <Field
            label={t("account.email")}
            value={one.email}
            onInput={(email) => setOne({ ...one, email })}
          />
        </div>
        <div class="choice">
          <Field
            label={t("account.role")}
            value={one.role}
            onInput={(role) => setOne({ ...one, role })}
          />
        </div>
        <Button submit icon="plus" busy={model.busy.value}>
          {t("account.championAdd")}
        </Button>
      </div>
    </Form>
  );
}
