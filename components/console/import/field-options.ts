import type { ImportSubject } from "../../../lib/model/account-import.ts";
import { useI18n } from "../../ui/i18n.tsx";
import type { Option } from "../../ui/select.tsx";

/** What columns can be, as a CSM would look for it. */
const FIELDS = {
  accounts: [
    "id",
    "name",
    "plan",
    "modules",
    "mrr",
    "arr",
    "seats",
    "customerSince",
    "contractStart",
    "contractEnd",
    "renewal",
    "owner",
    "stage",
    "stageSince",
    "lastContact",
    "touchModel",
    "vertical",
    "geography",
    "size",
    "championName",
    "championEmail",
    "expectations",
    "churnedOn",
    "churnKind",
  ],
  users: ["id", "name", "email", "role", "account", "champion"],
} as const satisfies Readonly<Record<ImportSubject, readonly string[]>>;

const KNOWN = new Set<string>([...FIELDS.accounts, ...FIELDS.users, "champions"]);

/** What a column with this heading may be; the first choice leaves it out. */
export function useFieldOptions(
  of: ImportSubject,
): (heading: string, chosen: string | null) => Option<string>[] {
  const { t } = useI18n();
  const name = useFieldName();
  return (heading, chosen) => {
    const custom = chosen?.startsWith("custom.") ? chosen : `custom.${heading.slice(0, 64)}`;
    const own = of === "accounts" && heading !== "" ? [custom] : [];
    return [
      { value: "", label: t("customers.left") },
      ...FIELDS[of].map((value) => ({ value, label: name(value) })),
      ...own.map((value) => ({ value, label: t("customers.own") })),
    ];
  };
}

/** The name of a field; an attribute of one's own names itself. */
export function useFieldName(): (field: string) => string {
  const { t } = useI18n();
  return (field) =>
    KNOWN.has(field) ? t(`customers.field.${field as "id"}`) : field.replace(/^custom\./, "");
}
