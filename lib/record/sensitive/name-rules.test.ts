import { expect, it } from "vitest";
import { namesPerson } from "./name-rules.ts";

it.each([
  "password",
  "userPassword",
  "card_number",
  "cc-exp Expiry month",
  "billing-address-country",
  "firstName",
  "phone",
  "Дата рождения",
  "Страна",
  "ФИО",
  "Geburtsdatum",
  "date de naissance",
  "contraseña",
  "密码",
])("P6: by its name a choice is somebody's: %s", (said) => {
  expect(namesPerson(said)).toBe(true);
});

it.each([
  "plan",
  "theme",
  "sortOrder",
  "Language of the interface",
  "Тема оформления",
  "Rows",
])("P6: by its name a choice is nobody's: %s", (said) => {
  expect(namesPerson(said)).toBe(false);
});
