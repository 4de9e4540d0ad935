import { TOUCHPOINTS } from "../../lib/model/account-work.ts";
import { HealthBand, RISKS } from "../../lib/model/risk.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { FacetSelect } from "./facet-select.tsx";
import { FILTERS, type Filter, isNarrowed, orderOf, RENEWALS, SORTS, sortOf } from "./filter.ts";
import type { AccountsModel } from "./model.ts";

const BANDS = [...HealthBand.options, "unknown"] as const;
const RISK_FILTERS = [...RISKS, "unknown"].toReversed() as readonly (
  | (typeof RISKS)[number]
  | "unknown"
)[];

/** Search, filters and order; all of it stands in the address. */
export function ListFilters({ model }: { model: AccountsModel }) {
  const { t } = useI18n();
  const { query } = model.address.value;
  const sort = sortOf(query);
  const choice = <V extends string>(
    filter: Filter,
    values: readonly V[],
    name: (value: V) => string,
  ) => (
    <div class="choice">
      <Select
        label={t(`accounts.${filter as "band"}`)}
        value={query[filter] ?? ""}
        options={[
          { value: "", label: t("accounts.all") },
          ...values.map((value) => ({ value, label: name(value) })),
        ]}
        onChange={(chosen) => model.choose({ [filter]: chosen })}
      />
    </div>
  );
  return (
    <search class="account-filters" aria-label={t("accounts.filters")}>
      <div class="choice">
        <Field
          label={t("accounts.search")}
          mode="search"
          value={query.q ?? ""}
          onInput={(q) => model.choose({ q })}
        />
      </div>
      {(["owner", "segment", "plan", "stage", "touchModel"] as const).map((filter) => (
        <FacetSelect key={filter} model={model} filter={filter} />
      ))}
      {choice("band", BANDS, (value) => t(`accounts.band.${value}`))}
      {choice("risk", RISK_FILTERS, (value) => t(`health.risk.${value}`))}
      {choice("renewal", RENEWALS, (days) => t("accounts.within", { count: Number(days) }))}
      {choice("status", ["churned", "any"], (value) => t(`accounts.status.${value}`))}
      {query.touchpoint && choice("touchpoint", TOUCHPOINTS, (value) => t(`journey.met.${value}`))}
      <div class="choice">
        <Select
          label={t("accounts.sort")}
          value={sort}
          options={SORTS.map((value) => ({ value, label: t(`accounts.sort.${value}`) }))}
          onChange={(chosen) => model.choose({ sort: chosen, order: orderOf(chosen) })}
        />
      </div>
      <div class="actions account-filter-acts">
        <Button
          icon={(query.order || orderOf(sort)) === "asc" ? "up" : "down"}
          onClick={() =>
            model.choose({ order: (query.order || orderOf(sort)) === "asc" ? "desc" : "asc" })
          }
        >
          {t(`accounts.order.${(query.order || orderOf(sort)) === "asc" ? "asc" : "desc"}`)}
        </Button>
        {isNarrowed(query) && (
          <Button
            kind="quiet"
            onClick={() => model.choose(Object.fromEntries(FILTERS.map((name) => [name, ""])))}
          >
            {t("accounts.clear")}
          </Button>
        )}
      </div>
    </search>
  );
}
