import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { ChoiceField } from "./condition-fields.tsx";

/** Features of which any will do. */
export function FeatureList(props: {
  label: string;
  features: readonly string[];
  wrong: boolean;
  onChange: (features: string[]) => void;
}) {
  const { t } = useI18n();
  const { features, onChange } = props;
  const [first = ""] = features;
  return (
    <>
      {features.map((feature, at) => {
        const label = features.length > 1 ? `${props.label}: ${at + 1}` : props.label;
        return (
          <div class="builder-pair" key={at}>
            <ChoiceField
              label={label}
              kind="features"
              value={feature}
              onChange={(next) => onChange(features.with(at, next))}
            />
            {features.length > 1 && (
              <Button
                kind="quiet"
                label={`${t("build.remove")}: ${label}`}
                onClick={() => onChange(features.toSpliced(at, 1))}
              >
                {t("build.remove")}
              </Button>
            )}
          </div>
        );
      })}
      {props.wrong && <p class="field-error">{t("build.wrong.without")}</p>}
      <div class="actions">
        <Button
          kind="quiet"
          disabled={features.length >= 20}
          label={`${t("build.sequence.addFeature")}: ${props.label}`}
          onClick={() => onChange([...features, first])}
        >
          {t("build.sequence.addFeature")}
        </Button>
      </div>
    </>
  );
}
