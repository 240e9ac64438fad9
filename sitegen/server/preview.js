// Brings a change to the screen: the page if it changed, its style sheets alone if only they did.

const own = document.getElementById("sitegen_preview");
const { page, events } = own.dataset;
let look = own.dataset.look;
let channel = null;
const PROBLEMS = ["sitegen_problems", "sitegen_warnings"];
// The editing page, which shows this one in a frame, tells what is wrong with its own text.
const isFramed = window !== window.top;

const swapSheets = (addresses) => {
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const at = new URL(link.href).pathname;
    const next = addresses.find((one) => new URL(one, location.href).pathname === at);
    if (!next) continue;
    const address = new URL(next, location.href);
    address.searchParams.set("sitegen", Date.now());
    const fresh = link.cloneNode();
    fresh.href = address;
    fresh.addEventListener("load", () => link.remove()); // no moment without a style
    link.after(fresh);
  }
};

const showProblems = (html) => {
  const isOpen = document.getElementById("sitegen_warnings")?.open;
  for (const id of PROBLEMS) document.getElementById(id)?.remove();
  if (isFramed) return;
  document.body.insertAdjacentHTML("beforeend", html);
  const warnings = document.getElementById("sitegen_warnings");
  if (warnings && isOpen) warnings.open = true;
};

const listen = () => {
  const query = new URLSearchParams({ page, look });
  channel = new EventSource(`${events}?${query}`);
  channel.addEventListener("page", () => location.reload()); // browsers keep the scroll position
  channel.addEventListener("sheets", (event) => swapSheets(JSON.parse(event.data)));
  channel.addEventListener("problems", (event) => showProblems(JSON.parse(event.data)));
  channel.addEventListener("look", (event) => (look = event.data));
  channel.addEventListener("error", () => {
    if (channel.readyState !== EventSource.CLOSED) return; // it tries again by itself
    channel = null;
    setTimeout(() => document.hidden || channel || listen(), 1000);
  });
};

// Browsers open six connections to a server: tabs that nobody sees must not hold them all.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    channel?.close();
    channel = null;
  } else if (!channel) listen();
});
addEventListener("pagehide", () => channel?.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
if (isFramed) showProblems("");
if (!document.hidden) listen();
