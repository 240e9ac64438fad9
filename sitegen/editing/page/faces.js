// Faces of people stand on hosts that the page does not ask, so the editor is told of none and shows its own sign.

const TELLING = /\/(?:user|commits|graphql|avatar)$/; // what they are told in
const FACE = /"(avatar_url|avatarUrl)":\s*"[^"]*"/g; // of GitHub's, GitLab's and Gitea's answers

/** Return *answer* of a code host to *url* without them. */
export async function withoutFaces(answer, {pathname}) {
  if (!answer.ok || !TELLING.test(pathname)) return answer;
  const text = await answer.clone().text();
  const faceless = text.replace(FACE, '"$1":null');
  return faceless === text ? answer : new Response(faceless, answer);
}
