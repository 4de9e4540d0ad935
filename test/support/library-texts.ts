import type { LibraryText } from "../../components/panel/library-index.ts";

/** Two small libraries of an imaginary product, for tests of what is found in them. */

const text = (
  guide: string,
  category: string,
  name: string,
  ...steps: [title: string, text: string][]
): LibraryText => ({
  guide,
  category,
  name,
  steps: steps.map(([title, body]) => ({ title, text: body })),
});

export const ENGLISH: readonly LibraryText[] = [
  text("deploy", "Releases", "Deploy your first flow", [
    "Press Deploy",
    "The button is at the top right. Changes run from then on.",
  ]),
  text("roll-back", "Releases", "Undo a deployment", [
    "Open the history",
    "Choose the version that worked and restore it.",
  ]),
  text(
    "share",
    "Reports",
    "Share a report",
    ["Save the report", "Only saved reports have an address."],
    ["Send the address", "Whoever has it can read, not change."],
  ),
  text("export", "Reports", "Export a report as PDF", [
    "Open the menu",
    "Choose Download and wait for the file.",
  ]),
  text("import", "Data", "Import contacts from a file", [
    "Upload the spreadsheet",
    "Columns are matched with fields by their headings.",
  ]),
  text("invite", "Team", "Invite colleagues", [
    "Type their e-mail addresses",
    "Everybody gets a letter with a link. Roles can be changed later.",
  ]),
  text("role", "Team", "Change somebody’s role", [
    "Open the person",
    "Viewers read, editors change, administrators invite.",
  ]),
  text("invoice", "Billing", "Find an invoice", [
    "Open Billing",
    "Invoices of the last two years can be downloaded.",
  ]),
  text("resume", "Team", "Résumé templates", ["Choose a template", "There are twelve of them."]),
];

export const RUSSIAN: readonly LibraryText[] = [
  text("report", "Отчёты", "Как создать отчёт", [
    "Нажмите «Создать»",
    "Выберите период и показатели.",
  ]),
  text("schedule", "Отчёты", "Отправка отчётов по расписанию", [
    "Откройте расписание",
    "Письма уходят каждое утро.",
  ]),
  text("export", "Данные", "Выгрузка в Excel", [
    "Откройте меню",
    "В файле окажутся все строки отчёта.",
  ]),
  text("import", "Данные", "Загрузка контактов из файла", [
    "Выберите таблицу",
    "Столбцы сопоставятся с полями.",
  ]),
  text("invite", "Команда", "Приглашение коллег", [
    "Введите адреса",
    "Каждый получит письмо со ссылкой.",
  ]),
  text("role", "Команда", "Изменение роли сотрудника", [
    "Откройте карточку",
    "Наблюдатели читают, редакторы меняют.",
  ]),
  text("deploy", "Выпуски", "Развёртывание потока", [
    "Нажмите Deploy",
    "Кнопка справа вверху. Изменения начнут работать.",
  ]),
  text("invoice", "Оплата", "Счета и акты", [
    "Откройте оплату",
    "Счёт можно скачать за последние два года.",
  ]),
];
