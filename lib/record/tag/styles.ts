/** Of the author's marks and pane. Nothing of the page's reaches in here. */
export const CSS_TEXT = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  width: auto !important;
  height: auto !important;
  z-index: 2147483647 !important;
  overflow: visible !important;
  background: none !important;
  pointer-events: none !important;
}
iframe {
  position: fixed;
  inset: 0;
  width: 100%;
  height: 100%;
  border: 0;
  opacity: 0;
  color-scheme: light;
  pointer-events: auto;
  cursor: crosshair;
}
.marks > div {
  position: fixed;
  inset: 0 auto auto 0;
  box-sizing: border-box;
  border-radius: 4px;
  outline: 1px solid #fff;
}
.alike {
  border: 2px dashed #b45309;
}
.chosen {
  border: 3px solid #146c4f;
  background: rgb(20 108 79 / 14%);
  box-shadow: 0 0 0 2px #fff;
}
`;
