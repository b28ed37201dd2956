/** Posts to the program as its own page would; throws with the answer when it says no. */
export async function postJson(base: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(new URL(path, base), {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was refused: ${answer.status} ${text}`);
  return JSON.parse(text);
}
