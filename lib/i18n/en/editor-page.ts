/** What a step gets of the page: its element, its picture, further steps. */
export const editorPage = {
  "editor.page": "Page",
  "editor.page.only": "Page: {page}",
  "editor.page.no-page":
    "No page of an app is open that Waymark may see. Open one in another tab, and connect its site.",
  "editor.page.no-page-beside":
    "Waymark may not see the page beside the panel. Open a page of your app, and connect its site.",
  "editor.page.gone":
    "The page cannot be asked any more: it was closed or left, or it is one of the browser's own.",
  "editor.page.absent":
    "The element of this step is not on this page now. Bring the page to where it is, or point at another element.",
  "editor.page.ambiguous":
    "Several elements of this page could be the one of this step. Point at it again, or ask which row is meant.",
  "editor.page.denied":
    "Browsers let Waymark take pictures only where it may see every site. It was not allowed, and nothing was taken.",
  "editor.page.no-picture":
    "No picture was taken: the page was moving or not in front, so nobody could say what was to be hidden where.",
  "editor.page.allow": "Allow and take it",
  "editor.page.retry": "Try again",
  "editor.anchor.point": "Point at another element",
  "editor.anchor.pointFirst": "Point at an element",
  "editor.anchor.picking":
    "Point at the element on the page beside and click. The app does not notice. Escape ends it.",
  "editor.anchor.pickingThere":
    "Point at the element on the page that is in front now and click. The app does not notice. Escape ends it.",
  "editor.anchor.remove": "Take the element away",
  "editor.anchor.amberHint":
    "Something on its page is nearly like it. It is found today; a test id or a text of its own would make it sure.",
  "editor.anchor.row": "Which row is meant",
  "editor.anchor.row.exact": "just this element",
  "editor.anchor.row.this": "the row “{name}”",
  "editor.anchor.row.first": "the first row",
  "editor.anchor.row.chosen": "the person chooses",
  "editor.anchor.row.hint":
    "It stands in a list or table. The name of the row goes with the guide only if that row is meant.",
  "editor.anchor.row.unnamed":
    "It stands in a list or table. To mean the row of one name, point at the element again.",
  "editor.picture.title": "Picture of the page",
  "editor.picture.hint":
    "Taken of the page as it is now. The element is outlined, and what may be private is covered before it is stored.",
  "editor.picture.hintPlain":
    "Taken of the page as it is now. What may be private is covered before it is stored.",
  "editor.picture.take": "Take a picture",
  "editor.picture.again": "Take the picture anew",
  "editor.picture.whole": "Take it without an outline",
  "editor.record": "Record steps here",
  "editor.record.title": "Recording further steps",
  "editor.record.hint": "What you do on the page comes after the step that is open.",
  "editor.record.there": "Do it on the page, then come back here and finish.",
  "editor.record.finish": "Finish and put in",
} as const;
