import { defineConfig } from "wxt";

export default defineConfig({
  imports: false,
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  manifest: { name: "Waymark" },
});
