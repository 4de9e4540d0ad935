import { csvText } from "../../../lib/exchange/csv.ts";
import type { ImportSubject } from "../../../lib/model/account-import.ts";

const ROWS = {
  accounts: {
    en: [
      [
        "Account ID",
        "Company",
        "Plan",
        "MRR",
        "Seats",
        "Customer since",
        "Renewal date",
        "CSM",
        "Industry",
        "Country",
        "Company size",
        "Stage",
        "Stage since",
        "Last contact",
        "Champion",
        "Champion email",
      ],
      [
        "acme",
        "Acme Ltd",
        "Team",
        "1250.00 EUR",
        "25",
        "2025-03-01",
        "2027-03-01",
        "Ann Lee",
        "Logistics",
        "Germany",
        "51-200",
        "Adoption",
        "2026-06-01",
        "2026-10-15",
        "Bea Roth",
        "bea@acme.example",
      ],
    ],
    ru: [
      [
        "Код клиента",
        "Компания",
        "Тариф",
        "MRR",
        "Число лицензий",
        "Клиент с",
        "Дата продления",
        "Ответственный",
        "Отрасль",
        "Страна",
        "Размер компании",
        "Этап",
        "На этапе с",
        "Последний контакт",
        "Контактное лицо",
        "Email контакта",
      ],
      [
        "vektor",
        "ООО «Вектор»",
        "Команда",
        "12 500,50 RUB",
        "25",
        "01.03.2025",
        "01.03.2027",
        "Анна Лебедева",
        "Логистика",
        "Казахстан",
        "51-200",
        "Освоение",
        "01.06.2026",
        "15.10.2026",
        "Борис Ким",
        "boris@vektor.example",
      ],
    ],
  },
  users: {
    en: [
      ["User ID", "Full name", "Email", "Job title", "Account ID", "Champion"],
      ["bea", "Bea Roth", "bea@acme.example", "Head of planning", "acme", "yes"],
    ],
    ru: [
      ["Код пользователя", "ФИО", "Почта", "Должность", "Код клиента", "Чемпион"],
      ["boris", "Борис Ким", "boris@vektor.example", "Начальник планирования", "vektor", "да"],
    ],
  },
} as const;

/** A file to fill in, with one example row. */
export function templateFile(of: ImportSubject, language: "en" | "ru"): string {
  return csvText(ROWS[of][language]);
}
