/*
 * What runs inside the page under measure. Each function is sent to the browser as text, so it uses nothing from outside.
 */

/** Before anything of the page runs: notes, in milliseconds since the navigation, when it comes to life. */
export function watchOpening({ rowCount }) {
  const marks = {};
  globalThis.benchMarks = marks;
  const grid = () => document.querySelector("[role=grid],[role=treegrid]");
  const afterPaint = (mark) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      marks[mark] ??= performance.now();
    };
    port2.postMessage(null);
  };
  const look = () => {
    const found = grid();
    if (found?.querySelector('[role=row][aria-rowindex="2"] [role=gridcell]')) {
      if (marks.firstRow === undefined) afterPaint("firstRow");
      if (marks.key === undefined) {
        if (found.getAttribute("aria-activedescendant")) afterPaint("key");
        else {
          // A press reaches a grid that is not alive yet and is lost, as a person's would be.
          const cell = found.querySelector('[role=row][aria-rowindex="2"] [aria-colindex="2"]');
          cell?.dispatchEvent(
            new PointerEvent("pointerdown", { bubbles: true, button: 0, pointerType: "mouse" }),
          );
          found.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
        }
      }
      const isWhole = Number(found.getAttribute("aria-rowcount")) === rowCount + 1;
      const isBusy = found.getAttribute("aria-busy") === "true";
      // Read only once the rest is there: reading what is laid out takes time from what is measured.
      const isTold = () => {
        const foot = found.parentElement.nextElementSibling?.textContent ?? "";
        return foot.startsWith(`${rowCount.toLocaleString("en")} rows`);
      };
      if (marks.key !== undefined && isWhole && !isBusy && isTold()) {
        afterPaint("all");
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Scrolls 100 px for every 16 ms that pass; what a frame is about to show is looked at before it is painted. */
export function scroll({ seconds, rowHeight, headHeight }) {
  const grid = document.querySelector("[role=grid],[role=treegrid]");
  const frames = [];
  let expected = 0;
  let missing = 0;
  let framesWithBlank = 0;
  return new Promise((resolve) => {
    let start = 0;
    let last = 0;
    const step = (now) => {
      if (start === 0) start = now;
      else frames.push(now - last);
      last = now;
      grid.scrollTop = ((now - start) / 16) * 100;
      const drawn = new Set();
      for (const row of grid.querySelectorAll("[role=row]"))
        drawn.add(Number(row.getAttribute("aria-rowindex")));
      const first = Math.floor(grid.scrollTop / rowHeight);
      const end = Math.ceil((grid.scrollTop + grid.clientHeight - headHeight) / rowHeight);
      let gone = 0;
      for (let row = first; row < end; row++) if (!drawn.has(row + 2)) gone += 1;
      expected += end - first;
      missing += gone;
      if (gone > 0) framesWithBlank += 1;
      if (now - start < seconds * 1000) requestAnimationFrame(step);
      else resolve({ frames, blank: missing / expected, framesWithBlank: framesWithBlank / frames.length });
    };
    requestAnimationFrame(step);
  });
}

/** Does something and waits for the frame that shows what came of it; milliseconds. */
export async function act({ what, rowCount, hasHits }) {
  const grid = document.querySelector("[role=grid],[role=treegrid]");
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
    );
  const waitFor = async (isSo) => {
    const end = performance.now() + 10_000;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`Nothing came of it: ${what}`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const key = (name, options = {}) =>
    grid.dispatchEvent(
      new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...options }),
    );
  const rowAt = (index) => grid.querySelector(`[role=row][aria-rowindex="${index}"]`);
  const firstCell = () => rowAt(2)?.querySelector('[aria-colindex="2"]')?.textContent;
  const find = document.querySelector('input[type="search"]');
  const type = (text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(find, text);
    find.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const clear = async () => {
    type("");
    await painted();
    await painted();
  };
  const head = () => grid.querySelector(`[role=columnheader][title=${JSON.stringify(what.slice(5))}]`);
  if (what.startsWith("sort ")) {
    grid.scrollTo(0, 0);
    await waitFor(() => head() !== null && rowAt(2) !== null);
  }
  await painted();
  const before = performance.now();
  if (what === "jump") {
    key("End", { ctrlKey: true });
    await waitFor(() => rowAt(rowCount + 1) && grid.scrollTop > 0);
  } else if (what === "back") {
    grid.scrollTop = 0;
    await waitFor(() => rowAt(2) !== null);
  } else if (what.startsWith("sort ")) {
    const was = firstCell();
    head().click();
    await waitFor(() => head().getAttribute("aria-sort") !== "none" && firstCell() !== was);
  } else if (what.startsWith("find ")) {
    type(what.slice(5));
    // The count beside the field may still be of nothing; what is read aloud is said once the search is over.
    const said = () => grid.parentElement.querySelector("[role=status]")?.textContent ?? "";
    await waitFor(() => (hasHits ? /^[1-9]\d* found$/ : /^0 found$/).test(said()));
  }
  await painted();
  const ms = performance.now() - before;
  if (what.startsWith("find ")) await clear();
  return ms;
}
