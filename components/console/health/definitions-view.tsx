import { useState } from "preact/hooks";
import { freeId } from "../../../lib/draft/free-id.ts";
import type { HealthDefinitions } from "../../../lib/model/health.ts";
import { AddNamed } from "../../ui/add-named.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { Notice } from "../../ui/notice.tsx";
import { sayProblem } from "../../ui/say-problem.ts";
import { DraftSaving } from "../draft-saving.tsx";
import { Report, type ReportContext, useQueryMessage } from "../report-card.tsx";
import type { DefinitionsModel } from "./definitions-model.ts";
import { nameOf } from "./health-words.ts";
import { ProfileForm } from "./profile-form.tsx";
import { RulesForm } from "./rules-form.tsx";

/** How health is measured, segment by segment, and from when on what counts as a sign of churn. */
export function DefinitionsView(props: { model: DefinitionsModel; context: ReportContext }) {
  const { t } = useI18n();
  const { model, context } = props;
  return (
    <Report resource={model.settings} context={context}>
      {(settings) => {
        const draft = model.draft.value ?? settings.definitions;
        return (
          <div class="stack">
            <Problems model={model} context={context} />
            <Segments model={model} draft={draft} />
            <Card title={t("health.rules")} lead={t("health.rulesLead")}>
              <RulesForm model={model} draft={draft} />
            </Card>
            <Saving model={model} />
          </div>
        );
      }}
    </Report>
  );
}

function Segments({ model, draft }: { model: DefinitionsModel; draft: HealthDefinitions }) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const [open, setOpen] = useState<string | null>(null);
  const last = draft.profiles.length - 1;
  return (
    <Card title={t("health.segments")} lead={t("health.segmentsLead")}>
      <div class="stack">
        {draft.profiles.map((profile, at) => (
          <section key={profile.id} class="health-part">
            <Disclosure
              title={`${at + 1}. ${nameOf(i18n, profile.name)}`}
              open={open === profile.id}
              onToggle={() => setOpen(open === profile.id ? null : profile.id)}
            >
              <ProfileForm model={model} profile={profile} at={at} isLast={at === last} />
              {at < last && (
                <div class="actions">
                  {at > 0 && (
                    <Button icon="up" onClick={() => model.moveProfile(at, -1)}>
                      {t("health.earlier")}
                    </Button>
                  )}
                  {at < last - 1 && (
                    <Button icon="down" onClick={() => model.moveProfile(at, 1)}>
                      {t("health.later")}
                    </Button>
                  )}
                  <Button kind="quiet" icon="trash" onClick={() => model.removeProfile(at)}>
                    {t("health.removeSegment")}
                  </Button>
                </div>
              )}
            </Disclosure>
          </section>
        ))}
        <AddNamed
          label={t("health.addSegment")}
          field={t("health.newSegment")}
          onAdd={(name) => {
            const id = freeId(name, new Set(draft.profiles.map((one) => one.id)), "segment");
            model.addProfile(id, { [language]: name });
            setOpen(id);
          }}
        />
      </div>
    </Card>
  );
}

function Problems({ model, context }: { model: DefinitionsModel; context: ReportContext }) {
  const i18n = useI18n();
  const { t } = i18n;
  const message = useQueryMessage(context.server);
  const problem = model.problem.value;
  if (!problem) return null;
  const text = problem.code === "forbidden" ? t("settings.admins") : message(problem);
  return (
    <Notice tone="danger" live>
      <p>{problem.problems ? t("health.problems") : text}</p>
      {problem.problems && (
        <ul>
          {problem.problems.map((one) => (
            <li key={one.path}>{sayProblem(one, i18n)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Saving({ model }: { model: DefinitionsModel }) {
  const { t, dateTime } = useI18n();
  const there = model.settings.value.value;
  return (
    <DraftSaving
      draft={model}
      note={
        there?.updatedAt
          ? t("health.definedAt", {
              revision: String(there.revision),
              when: dateTime(there.updatedAt),
              by: there.updatedBy ?? "",
            })
          : t("health.defaults")
      }
      labels={{ save: t("health.save"), discard: t("health.discard") }}
    >
      <Button kind="quiet" onClick={model.toDefaults}>
        {t("health.toDefaults")}
      </Button>
    </DraftSaving>
  );
}
