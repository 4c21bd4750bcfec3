const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

function open(): MessageChannel {
  const made = new MessageChannel();
  made.port1.onmessage = () => waiting.shift()?.();
  return made;
}

/**
 * Runs after the keys, clicks and frames that wait; a timer that follows a timer would add 4 ms to each turn. Returns
 * what calls it off.
 */
export function nextTurn(run: () => void): () => void {
  channel ??= open();
  let isOff = false;
  waiting.push(() => {
    if (!isOff) run();
  });
  channel.port2.postMessage(null);
  return () => {
    isOff = true;
  };
}
