import type { publication as en } from "../en/publication.ts";
import type { Translation } from "../translation.ts";

export const publication: Translation<typeof en> = {
  "environment.production": "Рабочая среда",
  "environment.staging": "Тестовая среда",
};
