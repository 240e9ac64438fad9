// What code hosts refuse, in the author's words.

const BY_STATUS = {401: "expired", 403: "forbidden", 413: "heavy", 423: "forbidden", 429: "busy"};
const BY_TYPE = {FORBIDDEN: "forbidden", STALE_DATA: "moved", RATE_LIMITED: "busy", BRANCH_PROTECTION_RULE_VIOLATION: "guarded"}; // of GraphQL's errors
const BY_MESSAGE = [
  [/push into this branch|protected branch|rule violations/i, "guarded"],
  [/rate limit/i, "busy"], // GitHub's status for it is 403 as well
  [/has changed since|sha does not match/i, "moved"],
  [/file .*already exists/i, "exists"],
];
const PATH = /\[path: (.*)\]/;
const MERGE = /\/(?:pulls|merge_requests)\/\d+\/merge$/; // of GitHub and GitLab; Gitea's is asked for in pulls.js
const [UNAUTHORIZED, FORBIDDEN, NOT_ALLOWED, CONFLICT] = [401, 403, 405, 409];

/** Return *answer* with what it says in the author's words, where it refuses. *asked* is what was asked
 * for: its address and options; `read` asks for another address as the same person. */
export async function inWords(answer, texts, asked) {
  if (answer.ok && !answer.url.endsWith("/graphql")) return answer;
  if (!answer.ok && asked.options?.method === "PUT" && MERGE.test(asked.url.pathname)) return unpublished(answer, texts, asked);
  const found = await saidBy(answer);
  if (Array.isArray(found.errors) && answer.ok) {
    const errors = found.errors.map((error) => {
      const reason = BY_TYPE[error.type] ?? byMessage(error.message);
      return reason ? {...error, message: texts[reason]} : error;
    });
    return Response.json({...found, errors}, answer);
  }
  if (answer.ok) return answer;
  const said = wordsOf(found);
  const reason = reasonOf(answer.status, said);
  if (!reason && ((said && said === found.message) || found.error || found.errors)) return answer; // as the editor reads it
  const told = reason ? texts[reason].replace("{path}", said.match(PATH)?.[1] ?? "…") : said;
  return Response.json({message: told || wordless(texts, answer)}, answer);
}

const byMessage = (message) => BY_MESSAGE.find(([words]) => words.test(message))?.[1];
const reasonOf = (status, message) => byMessage(message) ?? BY_STATUS[status] ?? (status >= 500 ? "busy" : undefined);

const saidBy = async (answer) => (await answer.clone().json().catch(() => ({}))) ?? {};

/** Return the message of an answer: GitLab has lists too, and lists by their field. */
const wordsOf = ({message}) => (typeof message === "object" ? Object.values(message ?? {}).flat().join(", ") : String(message ?? ""));
const wordless = (texts, {status}) => texts.wordless.replace("{status}", status);

const REASONS = [ // why a request waits: of what GitHub says, of how GitLab calls it (`detailed_merge_status`)
  [/approv/i, "unapproved"],
  [/status check|^ci_/i, "unchecked"],
  [/conversation|^discussions/i, "unresolved"],
  [/requested.changes|changes.requested/i, "contested"],
  [/draft/i, "drafted"],
];

/** Return *answer*, by which a request for review is not published, with why in the author's words. */
async function unpublished(answer, texts, {url, options, read}) {
  const message = wordsOf(await saidBy(answer));
  const refused = (text, status = CONFLICT) => Response.json({message: text}, {status});
  if (reasonOf(answer.status, message) === "busy") return refused(texts.busy, answer.status);
  let request;
  try {
    request = await (await read(url.href.replace(/\/merge$/, ""), options.headers))?.json();
  } catch (error) {
    if (error instanceof Response) return inWords(error, texts, {url});
    throw error;
  }
  const {state, html_url: address = request?.web_url, mergeable, has_conflicts: hasConflicts, detailed_merge_status: stage} = request ?? {};
  const told = (text, reason) => text.replace("{path}", address).replace("{reason}", reason);
  if (!["open", "opened"].includes(state)) return refused(texts.closed);
  if ([UNAUTHORIZED, FORBIDDEN].includes(answer.status)) return refused(told(texts.unmerged)); // the token is good
  if (answer.status === CONFLICT) return refused(texts.outdated);
  if (mergeable === false || hasConflicts || stage === "need_rebase") return refused(told(texts.conflict));
  const why = stage ?? message;
  if (!why) return refused(wordless(texts, answer), answer.status);
  const reason = REASONS.find(([words]) => words.test(why))?.[1];
  return refused(told(texts.unpublished, texts[reason] ?? why.replaceAll("_", " ")), NOT_ALLOWED); // by which the editor waits for a check
}
