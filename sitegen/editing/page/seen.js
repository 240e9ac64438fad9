// Whether a request for review holds what its author saw: what another sent to its branch since is
// neither published with the next save nor taken away.
import {isWritten} from "./resuming.js";
import {STEPS} from "./reviewing.js";
import {refusal} from "./telling.js";

const NOT_FOUND = 404;

/** Return what tells a request for review with the last commit of its branch, by *service* of the
 * editor, whose API *ask* speaks with. It raises where that holds what this page neither showed nor wrote:
 * a save of its own stands there where the answer was lost. */
export function seeing({name, service, ask, texts}) {
  const {head, changed, content, root} = STEPS[name];

  async function read(path, headers = {}) {
    try {
      return new Response(await ask(path, {headers, responseType: "blob"}));
    } catch (error) {
      if (error.cause?.status === NOT_FOUND) return undefined;
      throw error;
    }
  }

  return async (request) => {
    const {branch, headSHA} = request;
    const at = root(service.repository);
    const now = await head(at, branch, read);
    if (!now || now === headSHA) return request;
    const paths = await changed(at, headSHA, now, read);
    if (!paths) throw refusal(texts.overtaken); // written anew: what it held is not there to compare
    for (const path of paths) {
      if (!(await isWritten(path, await content(at, now, path, read)))) throw refusal(texts.overtaken);
    }
    return {...request, headSHA: now};
  };
}
