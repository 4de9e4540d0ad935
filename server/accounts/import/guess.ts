import type { ImportSubject } from "../../../lib/model/account-import.ts";

/** What columns are called in files that CRMs and people write, in English and Russian. */
const OF_ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  id: [
    "id",
    "account id",
    "customer id",
    "company id",
    "external id",
    "код",
    "ид",
    "идентификатор",
    "код клиента",
    "id клиента",
  ],
  name: [
    "name",
    "account",
    "account name",
    "company",
    "company name",
    "customer",
    "customer name",
    "client",
    "название",
    "наименование",
    "компания",
    "клиент",
    "организация",
    "аккаунт",
  ],
  plan: ["plan", "tariff", "subscription", "тариф", "план", "подписка"],
  modules: ["modules", "module", "products", "product", "модули", "модуль", "продукты", "продукт"],
  mrr: [
    "mrr",
    "monthly revenue",
    "monthly recurring revenue",
    "mrr eur",
    "mrr usd",
    "mrr rub",
    "ежемесячный платеж",
    "выручка в месяц",
    "абонентская плата",
  ],
  arr: [
    "arr",
    "annual revenue",
    "annual recurring revenue",
    "acv",
    "годовая выручка",
    "выручка в год",
  ],
  seats: [
    "seats",
    "licences",
    "licenses",
    "licensed users",
    "места",
    "лицензии",
    "число лицензий",
    "количество лицензий",
  ],
  customerSince: [
    "customer since",
    "start date",
    "created",
    "created at",
    "signed up",
    "клиент с",
    "дата начала",
    "дата подключения",
  ],
  contractStart: [
    "contract start",
    "contract start date",
    "начало договора",
    "дата договора",
    "начало контракта",
  ],
  contractEnd: [
    "contract end",
    "contract end date",
    "end date",
    "окончание договора",
    "конец договора",
    "окончание контракта",
  ],
  renewal: [
    "renewal",
    "renewal date",
    "renews",
    "renews on",
    "next renewal",
    "продление",
    "дата продления",
  ],
  owner: [
    "owner",
    "account owner",
    "csm",
    "customer success manager",
    "account manager",
    "manager",
    "ответственный",
    "менеджер",
    "владелец",
  ],
  vertical: ["vertical", "industry", "sector", "отрасль", "вертикаль", "сфера"],
  geography: ["geography", "region", "country", "регион", "страна", "география"],
  size: [
    "size",
    "company size",
    "employees",
    "размер",
    "размер компании",
    "сотрудников",
    "число сотрудников",
  ],
  touchModel: ["touch model", "touch", "service level", "модель касаний", "уровень обслуживания"],
  stage: ["stage", "journey stage", "lifecycle stage", "этап", "стадия"],
  championName: [
    "champion",
    "champion name",
    "contact",
    "contact name",
    "контакт",
    "контактное лицо",
    "чемпион",
  ],
  championEmail: [
    "champion email",
    "email",
    "e-mail",
    "contact email",
    "почта",
    "эл почта",
    "email контакта",
  ],
  stageSince: ["stage since", "in stage since", "stage date", "на этапе с", "этап с", "дата этапа"],
  lastContact: [
    "last contact",
    "last contacted",
    "last activity",
    "last activity date",
    "last touch",
    "last call",
    "последний контакт",
    "последняя активность",
    "дата последнего контакта",
  ],
  expectations: ["expectations", "ожидания"],
  churnedOn: ["churned on", "churn date", "cancelled on", "дата ухода", "дата оттока"],
  churnKind: ["churn type", "churn kind", "тип оттока"],
};

const OF_USERS: Readonly<Record<string, readonly string[]>> = {
  id: ["id", "user id", "user", "login", "external id", "код", "ид", "код пользователя", "логин"],
  name: ["name", "full name", "user name", "person", "имя", "фио", "сотрудник", "пользователь"],
  email: ["email", "e-mail", "email address", "user email", "почта", "эл почта", "email адрес"],
  role: ["role", "job title", "title", "position", "job", "должность", "роль"],
  account: [
    "account",
    "account id",
    "company",
    "company id",
    "customer",
    "customer id",
    "client",
    "код клиента",
    "id клиента",
    "клиент",
    "компания",
    "аккаунт",
  ],
  champion: ["champion", "is champion", "key contact", "чемпион", "ключевой контакт"],
};

const byName = (names: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(names).flatMap(([field, all]) => all.map((one) => [plain(one), field])));

const BY_NAME: Readonly<Record<ImportSubject, ReadonlyMap<string, string>>> = {
  accounts: byName(OF_ACCOUNTS),
  users: byName(OF_USERS),
};

/** What each column probably is, by its heading; no field is given twice. */
export function guessColumns(headings: readonly string[], of: ImportSubject): (string | null)[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const field = BY_NAME[of].get(plain(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

function plain(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
