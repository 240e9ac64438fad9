// Fields that the editor has not: days with or without an hour, words of which the site knows some.
const LAST_DAY = "9999-12-31"; // else browsers take six digits for a year, and no date has them
const MOMENT = /^(\d{4}-\d{2}-\d{2})?(?:(^|[T ])(\d{1,2}:\d{2}))?$/;

/** Return day, hour and what stands between them; undefined for what is written in another form. */
export function momentParts(value) {
  const found = String(value ?? "").trim().match(MOMENT);
  if (!found) return undefined;
  const [, day = "", between = " ", hour = ""] = found;
  return {day, hour: hour.padStart(hour ? 5 : 0, "0"), between: between || " "};
}

export const momentText = ({day, hour, between}) => (day && hour ? day + between + hour : day || hour);

// What is typed is shown at once: the form hands the value back later, when more may have been typed,
// and would take that out again. What it was told and hands back is no change.
const HELD = {
  getInitialState() {
    this.told = [];
    return {value: this.props.value ?? ""};
  },
  componentDidMount() {
    this.look = this.looker?.watch();
    this.look?.see(this.props.entry);
  },
  componentWillUnmount() {
    this.look?.end();
  },
  componentDidUpdate(former) {
    if (former.entry !== this.props.entry) this.look?.see(this.props.entry);
    const value = this.props.value ?? "";
    if ((former.value ?? "") === value) return;
    const known = this.told.indexOf(value);
    this.told = this.told.slice(known + 1);
    if (known < 0) {
      this.told = [];
      this.setState({value});
    }
  },
  take(value) {
    this.told.push(value);
    this.setState({value});
    this.props.onChange(value);
  },
};

export function registerControls(CMS, {suggestions, texts}, looker) {
  const {createClass, h} = window;
  const asText = ({value}) => h("p", {}, String(value ?? ""));

  CMS.registerFieldType("moment", createClass({
    ...HELD,
    looker,
    change(part) {
      this.take(momentText({...momentParts(this.state.value), ...part}));
    },
    render() {
      const {forID, classNameWrapper} = this.props;
      const {value} = this.state;
      const parts = momentParts(value);
      const of = (name) => ({id: `${forID}-${name}`, className: "moment-part"});
      if (!parts) {
        return h("input", {
          id: forID, type: "text", className: classNameWrapper, value, "aria-labelledby": `${forID}-label`,
          onChange: (event) => this.take(event.target.value),
        });
      }
      return h("span", {className: "moment"},
        h("label", of("day"), `${texts.day} `, h("input", {
          id: forID, type: "date", max: LAST_DAY, value: parts.day, "aria-labelledby": `${forID}-label ${forID}-day`,
          onChange: (event) => this.change({day: event.target.value}),
        })),
        h("label", of("hour"), `${texts.hour} `, h("input", {
          type: "time", value: parts.hour, "aria-labelledby": `${forID}-label ${forID}-hour`,
          onChange: (event) => this.change({hour: event.target.value}),
        })));
    },
  }), asText, {properties: {}});

  CMS.registerFieldType("suggested", createClass({
    ...HELD,
    render() {
      const {forID, field, classNameWrapper} = this.props;
      const known = suggestions[field.get("suggest")] ?? [];
      return h("span", {className: "suggested"},
        h("input", {
          id: forID, type: "text", className: classNameWrapper, value: this.state.value, list: `${forID}-known`,
          autoComplete: "off", "aria-labelledby": `${forID}-label`, onChange: (event) => this.take(event.target.value),
        }),
        h("datalist", {id: `${forID}-known`}, known.map((value) => h("option", {key: value, value}))));
    },
  }), asText, {properties: {suggest: {type: "string"}}});
}
