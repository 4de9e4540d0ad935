/** How a guide looks as a file: light and dark as the reader prefers, and on paper. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ground: #f4f6f5;
  --ink: #17201c;
  --quiet: #56635d;
  --line: #d5dcd8;
  --accent: #0e6b4a;
  --on-accent: #ffffff;
  --code: #eef2f0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17201c;
    --ground: #0f1512;
    --ink: #e6ece9;
    --quiet: #a3b0aa;
    --line: #34413b;
    --accent: #6fd3a8;
    --on-accent: #0b2318;
    --code: #232e29;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
main {
  max-width: 50rem;
  margin: 0 auto;
  padding: clamp(1.25rem, 5vw, 4rem);
  background: var(--paper);
  min-height: 100vh;
}
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 0.5rem; font-size: clamp(1.75rem, 5vw, 2.5rem); letter-spacing: -0.015em; }
h2 { margin: 0; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1.0625rem; }
p, ul, ol, figure { margin: 0.75rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code {
  padding: 0.1em 0.35em;
  border-radius: 4px;
  background: var(--code);
  font: 0.9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace;
}
.category { margin: 0 0 0.5rem; color: var(--accent); font-weight: 600; }
.facts, .page, .notes { color: var(--quiet); font-size: 0.9375rem; }
.facts { margin: 0 0 2rem; }
nav { margin: 0 0 2.5rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 12px; }
nav h2 { font-size: 1rem; }
nav ol { margin: 0.5rem 0 0; padding-inline-start: 2rem; }
nav li { padding: 0.15rem 0; }
nav li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { padding: 1.75rem 0; border-top: 1px solid var(--line); }
.title { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; align-items: baseline; }
.number {
  display: inline-grid;
  place-items: center;
  min-width: 2rem;
  height: 2rem;
  padding: 0 0.5rem;
  border-radius: 1rem;
  background: var(--accent);
  color: var(--on-accent);
  font-size: 1rem;
  font-variant-numeric: tabular-nums;
}
figure { margin: 1rem 0; }
img {
  display: block;
  max-width: 100%;
  height: auto;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: #ffffff;
}
.missing { padding: 1rem; border: 1px dashed var(--line); border-radius: 8px; color: var(--quiet); }
.notes { padding-inline-start: 1.25rem; }
@page { margin: 16mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff;
    --ground: #ffffff;
    --ink: #000000;
    --quiet: #444444;
    --line: #bbbbbb;
    --accent: #0e6b4a;
    --on-accent: #ffffff;
    --code: #f0f0f0;
  }
  main { max-width: none; padding: 0; }
  nav { break-after: page; }
  h1, h2, h3, .page { break-after: avoid; }
  figure, img, li { break-inside: avoid; }
  img { max-height: 20cm; width: auto; }
  .number { print-color-adjust: exact; }
}
`;

/** What the file's policy lets it apply: this style and nothing else. Its test says what it has to be. */
export const HTML_STYLE_HASH = "YDYKD0hIqzxxSfbcvwh/9iU+kcjkHclArIhB5obb8hk=";
