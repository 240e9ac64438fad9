// Three comforts; every page is whole without them.

// Today in a month's grid, by the reader's clock: the page was built on another day.
const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
document
  .querySelector(`:is(.month, .small-month) .day-number[datetime="${today}"]`)
  ?.closest("td")
  .setAttribute("aria-current", "date");

// The menu is folded on a phone alone, also in browsers whose style sheets cannot open it elsewhere.
const fold = document.querySelector(".menu-fold");
if (fold && !CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 48rem)");
  const unfold = () => {
    fold.open = wide.matches;
  };
  unfold();
  wide.addEventListener("change", unfold);
}

// A table or code wider than the screen can be scrolled with the keyboard once it can have the focus.
const words = document.querySelector("main")?.dataset ?? {};
const reachWideTables = () => {
  for (const wrap of document.querySelectorAll(".table-wrap, .prose pre")) {
    const isWide = wrap.scrollWidth > wrap.clientWidth;
    if (isWide) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
    const caption = wrap.querySelector("caption")?.textContent.trim();
    const name = caption || words[wrap.matches("pre") ? "code" : "table"];
    wrap.role = isWide && name ? "group" : null; // what has the focus has a name
    wrap.ariaLabel = isWide && name ? name : null;
  }
};
reachWideTables();
addEventListener("resize", reachWideTables);
