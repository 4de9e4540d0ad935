import { OPT_OUT } from "../workflow/opt-out.ts";

/** Fields that are somebody's, by what the page calls them; for choices, because all that is typed is hidden anyway. */

const WORDS = [
  // What gives access.
  "pass(?:word|wd|phrase|code)?|pwd|secret|token|api.?key|pin|otp|cvv|cvc|csc",
  "парол|секрет|токен|пин",
  "passwort|kennwort|mot.?de.?passe|contrase|senha|hasło|şifre|密码|密碼|パスワード|비밀번호",
  // Money.
  "card|iban|bic|swift|account|routing|sort.?code|credit|bank|expir",
  "карт[аыеу]|счет|счёт|банк|бик",
  "karte|konto|carte|compte|tarjeta|cuenta|cartão|conta",
  // Who somebody is, and where.
  "mail|phone|mobile|\\btel|fax|contact|first.?name|last.?name|full.?name|surname|given|family|birth|bday|gender|sex",
  "почт|телефон|моб|контакт|\\bимя|фамили|отчеств|фио|рожд|\\bпол\\b",
  "telefon|vorname|nachname|geburt|prénom|nom|naissance|teléfono|correo|nombre|apellido|nacimiento|telefone|nome",
  "address|street|\\bzip|postal|postcode|city|region|country",
  "адрес|улиц|индекс|город|регион|област|стран",
  "adresse|straße|plz|dirección|calle|endereço",
  "passport|ssn|social.?security|tax|vat|licen[cs]e|patient|salary|income",
  "паспорт|снилс|инн|зарплат|доход|ausweis|steuer|impôt|salaire|impuesto|salario",
].join("|");

const NAME = new RegExp(WORDS, "iu");

/** `said` is all that names the field: name, id, autocomplete, label. */
export function namesPerson(said: string): boolean {
  return NAME.test(said.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/[_-]+/g, " "));
}

/**
 * Marks by which apps keep parts of their pages out of recordings of any kind: our own, and those that tools for
 * recorded sessions document, because an app that set them meant this too.
 */
export const OPT_OUTS = [
  OPT_OUT,
  "[data-cs-mask]",
  "[data-private], [data-sensitive], [data-redact], [data-mask]",
  "[data-hj-suppress], [data-hj-masked]",
  "[data-clarity-mask]:not([data-clarity-mask=false i])",
  "[data-dd-privacy^=mask], [data-dd-privacy=hidden]",
  ".dd-privacy-mask, .dd-privacy-hidden, .dd-privacy-mask-user-input",
  "[data-sentry-mask], [data-sentry-block], .sentry-mask, .sentry-block",
  "[data-openreplay-obscured], [data-openreplay-masked], [data-openreplay-hidden]",
  "[data-heap-redact-text], .heap-ignore, [data-fs-mask], [data-fs-exclude], .fs-mask, .fs-exclude",
  "[data-matomo-mask], [data-recording-sensitive], [data-recording-disable]",
  "[data-nr-mask], [data-nr-block], .nr-mask, .nr-block, .mp-mask, .mp-sensitive, .mp-block",
  "[data-ph-no-capture], .ph-no-capture, .ph-mask, .rr-block, .rr-mask, .rr-ignore",
  ".amp-mask, .amp-block, .highlight-mask, .highlight-block, .pendo-ignore, .smartlook-hide",
].join(", ");
