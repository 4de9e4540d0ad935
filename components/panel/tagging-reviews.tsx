import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { TaggingModel } from "./tagging.ts";

/** Features that wait for somebody's word, or for publication after it. */
export function TaggingReviews({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  const reviews = model.reviews.value;
  const busy = model.busy.value;
  if (reviews.length === 0) return null;
  return (
    <div class="group">
      <h3>{t("publication.review")}</h3>
      <ul class="rows">
        {reviews.map((feature) => (
          <li key={feature.id} class="row">
            <div class="row-text">
              <p class="row-title">{feature.name}</p>
              <p class="row-note">
                <Badge tone={feature.review === "approved" ? "success" : "accent"}>
                  {t(`publication.review.${feature.review}`)}
                </Badge>
              </p>
            </div>
            <div class="actions">
              {feature.review === "in_review" ? (
                <Button
                  icon="check"
                  label={t("tag.approveLabel", { feature: feature.name })}
                  busy={busy === "approve"}
                  onClick={() => void model.advance(feature, "approve")}
                >
                  {t("publication.approve")}
                </Button>
              ) : (
                <Button
                  kind="primary"
                  label={t("tag.publishLabel", { feature: feature.name })}
                  busy={busy === "publish"}
                  onClick={() => void model.advance(feature, "publish")}
                >
                  {t("tag.publish")}
                </Button>
              )}
              <Button
                label={t("tag.editLabel", { feature: feature.name })}
                onClick={() => void model.edit(feature.id)}
              >
                {t("tag.edit")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
