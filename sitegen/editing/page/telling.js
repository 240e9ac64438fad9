// What goes wrong and the editor says in three words, if at all: why, in the author's words.

const CONFLICT = 409;

/** Show *reason* until it is read. */
export function tell(reason) {
  const dialog = Object.assign(document.createElement("dialog"), {className: "told"});
  const text = Object.assign(document.createElement("p"), {id: "told-reason"});
  const button = Object.assign(document.createElement("button"), {textContent: "OK", autofocus: true});
  document.querySelector("dialog.told")?.remove(); // the last is what counts
  for (const part of reason.split(/(https?:\/\/\S+)/)) text.append(/^https?:/.test(part) ? link(part) : part);
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-labelledby", text.id);
  dialog.append(text, button);
  dialog.addEventListener("close", () => dialog.remove());
  button.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** Return *step*, which says why it failed where *isTold*: the editor says that it did, or nothing. */
export const told = (step, isTold = () => true) => async (...given) => {
  try {
    return await step(...given);
  } catch (error) {
    if (isTold(...given)) tell(error.cause?.message || error.message);
    throw error;
  }
};

/** Return what a step is refused by, with *message* for its author. */
export const refusal = (message) => new Error(message, {cause: {status: CONFLICT, message}});

const link = (address) => Object.assign(document.createElement("a"), {
  href: address, textContent: address, target: "_blank", rel: "noopener",
});
