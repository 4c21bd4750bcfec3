// The page's own script: keeps the live parts fresh, sends forms and buttons to the control address, copies tokens.
const EVERY_MS = 2_000;
const SAID_MS = 4_000;

const shown = new Map();
const field = document.querySelector("#find input");
const pauseButton = document.querySelector("#pause");
let isPaused = false;
let saidTimer = 0;
let asked = 0;

function say(text, isBad = false) {
  const box = document.querySelector("#said");
  box.className = isBad ? "toast bad" : "toast";
  box.textContent = text;
  clearTimeout(saidTimer);
  saidTimer = setTimeout(() => {
    box.textContent = "";
  }, SAID_MS);
}

/** Swaps what changed. The focus stays where it was, on the element of the same id. */
function show(parts) {
  for (const [id, html] of Object.entries(parts)) {
    const part = document.getElementById(id);
    if (!part || shown.get(id) === html) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    shown.set(id, html);
    part.innerHTML = html;
    if (focused) (document.getElementById(focused) ?? part.closest("section").querySelector("h2")).focus();
  }
}

async function refresh() {
  asked += 1;
  const mine = asked;
  const response = await fetch(`/__sandbox/page?filter=${encodeURIComponent(field.value)}`);
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
  const { parts } = await response.json();
  // Typed on meanwhile: a later answer is on its way.
  if (mine === asked) show(parts);
}

async function refreshOrSay() {
  try {
    await refresh();
  } catch {
    say("The sandbox does not answer. Is it still running?", true);
  }
}

async function keepFresh() {
  if (!isPaused && !document.hidden) await refreshOrSay();
  setTimeout(keepFresh, EVERY_MS);
}

/** `pull` is a method and a path below `/__sandbox`. */
async function send(pull, body, done) {
  const [method, path] = pull.split(" ");
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  try {
    const response = await fetch(`/__sandbox${path}`, init);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message);
    say(done);
  } catch (cause) {
    say(cause.message, true);
  }
  await refreshOrSay();
}

/** Fields as a body: `match.path` goes into `match`, blanks and hidden fields stay out. */
function readForm(form) {
  const body = {};
  for (const input of form.elements) {
    const text = input.name && !input.closest("[hidden]") ? input.value.trim() : "";
    if (text === "") continue;
    const [outer, inner] = input.name.split(".");
    const value = readValue(input, text);
    if (inner) body[outer] = { ...body[outer], [inner]: value };
    else body[outer] = value;
  }
  return body;
}

function readValue(input, text) {
  if (input.type === "number") return Number(text);
  if (!("range" in input.dataset)) return text;
  const ends = text.split("-").map(Number);
  return ends.length === 2 ? ends : ends[0];
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say("Copied.");
  } catch {
    say(`Copy it by hand: ${button.dataset.copy}`);
  }
}

function fitFaultForm() {
  const [option] = document.querySelector("#fault-form select").selectedOptions;
  const members = option.dataset.members.split(" ");
  document.querySelector("#fault-about").textContent = option.dataset.about;
  for (const label of document.querySelectorAll("#fault-form [data-member]"))
    label.hidden = !members.includes(label.dataset.member);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { copy: text, pull, body, done, ask } = button.dataset;
  if (text !== undefined) copy(button);
  else if (pull && (!ask || confirm(ask))) send(pull, body && JSON.parse(body), done);
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const { pull, done } = event.target.dataset;
  if (pull) send(pull, readForm(event.target), done);
});

document.addEventListener("change", (event) => {
  const { switch: name } = event.target.dataset;
  if (name) send("POST /switches", { [name]: event.target.value }, `${name} is now ${event.target.value}.`);
});

field.addEventListener("input", refreshOrSay);
pauseButton.addEventListener("click", () => {
  isPaused = !isPaused;
  pauseButton.setAttribute("aria-pressed", String(isPaused));
  pauseButton.firstElementChild.textContent = isPaused ? "Paused" : "Live";
});
document.querySelector("#fault-form select").addEventListener("change", fitFaultForm);
for (const title of document.querySelectorAll("h2")) title.tabIndex = -1;

fitFaultForm();
keepFresh();
