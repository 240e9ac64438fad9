// Beside the form: what sitegen says of the text, and the page as readers see it.

export function registerPreviews(CMS, {editor, texts}, looker) {
  if (!looker) return; // without the preview's server the editor's own preview stays
  CMS.registerPreviewStyle("preview.css");
  for (const {name} of editor.collections) CMS.registerPreviewTemplate(name, preview(texts, looker));
}

function preview(texts, looker) {
  const {createClass, h} = window;
  return createClass({
    getInitialState: () => ({found: undefined}),
    componentDidMount() {
      this.look = looker.watch((found) => this.setState({found}));
      this.look.see(this.props.entry);
    },
    componentDidUpdate(former) {
      if (former.entry !== this.props.entry) this.look.see(this.props.entry);
    },
    componentWillUnmount() {
      this.look.end();
    },
    render() {
      const {found} = this.state;
      if (!found) return h("p", {className: "note"}, texts.checking);
      const {messages, address, html, isSaved, unseen} = found;
      const absent = isSaved ? (messages.length === 0 && texts[unseen]) || texts.building : texts.notSaved;
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
          : h("section", {}, h("h2", {}, texts.text), h("p", {className: "note"}, absent),
            h("div", {className: "text", dangerouslySetInnerHTML: {__html: html}})));
    },
  });
}
