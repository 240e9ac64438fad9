// Beside the form: what sitegen says of the text, at its fields too, and the page as readers see it.
import {documentFormat, SOURCE} from "./format.js";
import {placeOf} from "./places.js";

const PAUSE = 400; // milliseconds after the last key until the server is asked
const BEAT = 2000; // and between questions while nobody types: what is saved is built meanwhile
const NEW_FILE = "/__new__/picture.jpg"; // for what is brought along, and lies nowhere yet

export function registerPreviews(CMS, settings) {
  if (!settings.token) return; // without the preview's server the editor's own preview stays
  CMS.registerPreviewStyle("preview.css");
  for (const {name, format, index_file: index} of settings.editor.collections) {
    CMS.registerPreviewTemplate(name, preview(settings, settings.formats[format].of, settings.formats[index?.format]?.of));
  }
}

/** Return what is to be looked at: a file that cannot be read as it stands, for sitegen tells why. */
function textOf(form, data, texts) {
  try {
    return documentFormat(form, texts).toFile(data);
  } catch {
    return data[SOURCE] ?? "";
  }
}

function preview({texts, token}, of, ofIndex) {
  const {createClass, h} = window;
  return createClass({
    getInitialState: () => ({found: undefined}),
    componentDidMount() {
      this.ask();
    },
    componentDidUpdate(former) {
      if (former.entry !== this.props.entry) this.ask();
    },
    componentWillUnmount() {
      clearTimeout(this.timer);
      this.isGone = true;
      tellAtFields([], of);
    },
    ask(pause = PAUSE) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), pause);
    },
    async look() {
      const entry = this.props.entry.toJS();
      const form = entry.path?.endsWith("/_index.md") || entry.path === "_index.md" ? ofIndex ?? of : of;
      const text = textOf(form, entry.data, texts).replace(/blob:[^\s"')]+/g, NEW_FILE);
      const asked = (this.asked = (this.asked ?? 0) + 1);
      let found;
      try {
        const response = await fetch("look", {
          method: "POST", headers: {Authorization: `token ${token}`, "Content-Type": "application/json"},
          body: JSON.stringify({path: entry.path, collection: entry.collection, text}),
        });
        if (!response.ok) throw new Error(response.status);
        found = await response.json();
      } catch {
        found = {messages: [{level: "warning", word: texts.warning, text: texts.unreachable}], html: "", address: ""};
      }
      if (this.isGone || asked !== this.asked) return;
      if (JSON.stringify(found) !== JSON.stringify(this.state.found)) this.setState({found});
      tellAtFields(found.messages, form, text);
      this.ask(BEAT);
    },
    render() {
      const {found} = this.state;
      if (!found) return h("p", {className: "note"}, texts.checking);
      const {messages, address, html, isSaved} = found;
      const page = new URL(address || "/", this.props.window.parent.location.href).href;
      return h("main", {},
        h("section", {"aria-live": "polite"},
          h("h2", {}, texts.mistakes),
          messages.length
            ? h("ul", {className: "messages"}, messages.map((message, index) => h("li", {key: index, className: message.level}, h("strong", {}, `${message.word} `), message.text)))
            : h("p", {className: "note"}, texts.noMistakes)),
        address
          ? h("section", {}, h("h2", {}, texts.page), isSaved ? null : h("p", {className: "note"}, texts.unsaved),
            h("iframe", {src: page, title: texts.page}))
          : h("section", {}, h("h2", {}, texts.text), h("p", {className: "note"}, texts.notSaved),
            h("div", {className: "text", dangerouslySetInnerHTML: {__html: html}})));
    },
  });
}

/** Put each message under the field that it speaks of. */
function tellAtFields(messages, of, text = "") {
  for (const message of document.querySelectorAll(".sitegen-message")) message.remove();
  for (const message of messages) {
    const place = placeOf(of, text, message.line, message.column);
    const field = place && nearest(place);
    if (!field) continue;
    const told = document.createElement("p");
    told.className = `sitegen-message ${message.level}`;
    told.textContent = message.text;
    field.append(told);
  }
}

/** Return the field on the page for the key *place*, or for the one that holds it. */
function nearest(place) {
  for (let path = place; path; path = path.replace(/\.?[^.]*$/, "")) {
    const found = document.querySelector(`[data-key-path="${CSS.escape(path)}"]`);
    if (found) return found;
  }
  return undefined;
}
