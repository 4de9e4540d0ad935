import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { FieldsOf } from "./condition-fields.tsx";

export function PageFields({ form, onChange, isWrong }: FieldsOf<"page">) {
  const { t } = useI18n();
  const { query } = form;
  const rows = query ?? [];
  const setRow = (at: number, row: { name: string; value: string }) =>
    onChange({ ...form, query: rows.with(at, row) });
  const wrong = isWrong("url") && !isWrong("url.query");
  return (
    <>
      <Field
        label={t("build.field.path")}
        hint={t("build.hint.glob")}
        mode="url"
        value={form.path}
        error={wrong ? t("build.wrong.url") : undefined}
        onInput={(path) => onChange({ ...form, path })}
      />
      <Field
        label={t("build.field.host")}
        mode="url"
        value={form.host}
        onInput={(host) => onChange({ ...form, host })}
      />
      <Field
        label={t("build.field.hash")}
        mode="url"
        value={form.hash}
        onInput={(hash) => onChange({ ...form, hash })}
      />
      {rows.map((row, at) => {
        const n = ` ${at + 1}`;
        const said = t("build.field.query") + n;
        const next = rows.toSpliced(at, 1);
        return (
          <div class="builder-pair" key={at}>
            <Field
              label={t("build.field.queryName") + n}
              value={row.name}
              error={isWrong("url.query") ? t("build.wrong.query") : undefined}
              onInput={(name) => setRow(at, { ...row, name })}
            />
            <Field
              label={t("build.field.value") + n}
              value={row.value}
              onInput={(value) => setRow(at, { ...row, value })}
            />
            <Button
              kind="quiet"
              label={`${t("build.remove")}: ${said}`}
              onClick={() => onChange({ ...form, query: next.length > 0 ? next : null })}
            >
              {t("build.remove")}
            </Button>
          </div>
        );
      })}
      <div class="actions">
        <Button onClick={() => onChange({ ...form, query: [...rows, { name: "", value: "*" }] })}>
          {t("build.page.addQuery")}
        </Button>
      </div>
    </>
  );
}
