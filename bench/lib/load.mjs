import http from "node:http";

const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** One request as a browser's script sends it: `{ status, ms, body }`, `ms` until the last byte. */
export function ask(url, path, person) {
  const before = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.get(url + path, { agent, headers: { cookie: person.cookie } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const body = Buffer.concat(parts).toString("utf8");
        resolve({ status: answer.statusCode, ms: performance.now() - before, body });
      });
    });
    request.on("error", reject);
  });
}

/**
 * An open page's stream. `onEvent` is told each event's name and data; `close` ends it. Fails where it is refused.
 */
export function openLive(url, sheetId, tag, person, onEvent) {
  const path = `/api/v1/sheets/${sheetId}/live?tag=${encodeURIComponent(tag)}`;
  return new Promise((resolve, reject) => {
    const request = http.get(url + path, { headers: { cookie: person.cookie } }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume();
        reject(new Error(`The stream was refused with ${answer.statusCode}.`));
        return;
      }
      let rest = "";
      answer.setEncoding("utf8");
      answer.on("data", (text) => {
        const frames = (rest + text).split("\n\n");
        rest = frames.pop();
        for (const frame of frames) tell(frame, onEvent);
      });
      answer.on("error", () => {});
      answer.on("close", () => onEvent("closed", null));
      resolve({ close: () => request.destroy() });
    });
    request.on("error", reject);
  });
}

function tell(frame, onEvent) {
  const name = /^event: ?(.*)$/m.exec(frame)?.[1];
  if (!name) return;
  const data = /^data: ?(.*)$/m.exec(frame)?.[1];
  onEvent(name, data ? JSON.parse(data) : null);
}

/** `perSecond` requests, each sent at its time whatever became of those before; all their answers. */
export async function steadily(perSecond, seconds, send) {
  const sent = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send(n));
  }
  return Promise.all(sent);
}
